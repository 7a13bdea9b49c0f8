"""The participants' pages: one that asks for the code, and the one that takes part."""

from __future__ import annotations

import json
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from markupsafe import Markup

from ..framework import LANGUAGES, Language
from ..live import StorageError, UnknownSession, sessions
from ..live.codes import clean_code, spaced
from ..locales import texts, translator
from .assets import Assets
from .limits import Allowance
from .rooms import Rooms
from .state import state_of

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)

_templates = Environment(
    loader=PackageLoader("verkostotyokalut.server"), autoescape=True, undefined=StrictUndefined
)


class Page(JupyterHandler):
    """A page that anybody may open."""

    def initialize(self, rooms: Rooms, assets: Assets, wrong_codes: Allowance) -> None:
        self.rooms = rooms
        self.assets = assets
        self.wrong_codes = wrong_codes

    @property
    def content_security_policy(self) -> str:
        """Nothing but our own files, no inline code, in no frame."""
        return POLICY

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")

    def chosen_language(self) -> Language | None:
        """What the person has chosen on a page of ours (``?kieli=``)."""
        wanted = self.get_query_argument("kieli", "")
        return next((language for language in LANGUAGES if language == wanted), None)

    def preferred_language(self) -> Language:
        """The person's own choice, else the browser's, else Finnish."""
        chosen = self.chosen_language()
        if chosen is not None:
            return chosen
        for tag in self.request.headers.get("Accept-Language", "").split(","):
            for language in LANGUAGES:
                if tag.strip().lower().startswith(language):
                    return language
        return "fi"

    def lead_to(self, code: str) -> None:
        """Lead to a session's page, in the language that the person has chosen."""
        chosen = self.chosen_language()
        query = f"?kieli={chosen}" if chosen else ""
        # Not self.redirect: a hub takes it away from those whom it knows and doesn't let in.
        super().redirect(f"{self.base_url}verkosto/l/{code}{query}")

    def show_question(
        self, language: Language, trouble: str = "", typed: str = "", status: int = 200
    ) -> None:
        """Show the page that asks for the code."""
        self.set_status(status)
        self.show(
            "join.html",
            language,
            trouble=trouble,
            typed=typed,
            address=f"{self.base_url}verkosto/",
            chosen=self.chosen_language(),
            languages=LANGUAGES,
        )

    def show(self, template: str, language: Language, **values: Any) -> None:
        """Send a page."""
        self.finish(
            _templates.get_template(template).render(
                language=language,
                _=translator(language).gettext,
                static=f"{self.base_url}verkosto/static/{self.assets.digest}/",
                **values,
            )
        )


class JoinPage(Page):
    """Asks for the code and leads on to the session."""

    @allow_unauthenticated
    async def get(self) -> None:
        """Ask, or go where the typed code leads."""
        language = self.preferred_language()
        typed = self.get_query_argument("code", "")[:40]
        if not typed:
            self.show_question(language)
            return
        code = clean_code(typed)
        if code is None:
            _ = translator(language).gettext
            self.show_question(
                language, _("The code has six letters and digits, such as K7M 4PX."), typed, 400
            )
            return
        self.lead_to(code)


class ParticipantPage(Page):
    """A participant's own page in a session."""

    @allow_unauthenticated
    async def get(self, typed: str) -> None:
        """Show the session at the step where it stands."""
        language = self.preferred_language()
        _ = translator(language).gettext
        code = clean_code(typed)
        if code is not None and code != typed:
            self.lead_to(code)
            return
        try:
            if code is None:
                raise UnknownSession(typed)
            session = await self.rooms.run(sessions.find, self.rooms.db, code)
            state = await self.rooms.run(state_of, self.rooms.db, session)
        except UnknownSession:
            if not self.wrong_codes.take():
                self.show_question(
                    language, _("Too many wrong codes. Wait a minute and try again."), "", 429
                )
                return
            trouble = _("No workshop has this code. Check it on the screen of the room.")
            self.show_question(language, trouble, spaced(code) if code else typed[:40], 404)
            return
        except StorageError as error:
            self.log.error("a participant's page could not be made: %s", error)
            trouble = _("The workshop can't be reached just now. Try again in a moment.")
            self.show_question(language, trouble, spaced(code or ""), 503)
            return
        language = self.chosen_language() or session.language
        _ = translator(language).gettext
        if session.stage is session.stage.CLOSED:
            trouble = _("This workshop has ended. Thank you for taking part!")
            self.show_question(language, trouble, "", 410)
            return
        if session.expired:
            trouble = _("This code is no longer in use. Ask the facilitator for a new one.")
            self.show_question(language, trouble, "", 410)
            return
        data = {
            "code": session.code,
            "storage": f"verkosto:{self.base_url}:{session.code}",
            "language": language,
            "texts": {one: dict(texts(one, "participant")) for one in LANGUAGES},
            "state": state,
        }
        asked = state["instrument"]
        kind = [f"kinds/{asked['question']['kind']}.js"] if asked else []
        self.show(
            "participant.html",
            language,
            title=state["title"][language],
            data=_script_data(data),
            modules=["phone.js", *kind],
        )


def _script_data(data: dict[str, Any]) -> Markup:
    """Write JSON so that nothing in it can end the script element or begin a comment."""
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        words = words.replace(character, f"\\u{ord(character):04x}")
    return Markup(words)
