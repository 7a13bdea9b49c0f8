"""How to join: the address, the code and a QR code of the address."""

from __future__ import annotations

import time
from typing import Any, Literal

import segno
import traitlets
from tornado.ioloop import PeriodicCallback

from ...live.lan_words import firewall_words, no_network_words
from ...locales import translator
from ..base.later import Pace
from ..base.module import script, style
from ..base.worded import Worded
from ..session.live_session import LiveSession
from .join_address import JoinAddress, join_address
from .session_widget import attempt

Size = Literal["large", "small", "corner"]
COUNT = 0.3  # seconds between two updates of the number of people who have joined
LOOK = 5.0  # seconds between two looks at the networks that this computer is in
ALONE = 60.0  # seconds after which it is told that nobody has come


class JoinCard(Worded):
    """Shows how to join a session.

    The address is made of the page's own outside address, which only the browser knows behind
    Binder or a hub; it never carries the leader's token. When phones come by the network that
    this computer is in (``--lan``), it is this computer's address there.

    Parameters
    ----------
    session
        The session to join.
    size
        ``large`` for the projector, ``small`` for the leader, ``corner`` for a picture's edge.
    """

    _esm = script("leader/join_card.js")
    _css = style("leader/join_card.css")

    size = traitlets.Enum(["large", "small", "corner"], "small").tag(sync=True)
    code = traitlets.Unicode("").tag(sync=True)
    page = traitlets.Unicode("").tag(sync=True)
    join_url = traitlets.Unicode("").tag(sync=True)
    short_url = traitlets.Unicode("").tag(sync=True)
    qr = traitlets.Unicode("").tag(sync=True)
    joined = traitlets.Int(0).tag(sync=True)
    notice = traitlets.Unicode("").tag(sync=True)
    host = traitlets.Unicode("").tag(sync=True)
    hosts: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    advice: traitlets.List[str] = traitlets.List().tag(sync=True)

    def __init__(self, session: LiveSession, size: Size = "small") -> None:
        self._session = session
        self._since = time.monotonic()
        self._message = ""
        super().__init__(session.language, size=size, code=session.code, joined=session.joined)
        pace = Pace(self._update, COUNT)
        session.observe(pace.ask)
        self._looking = PeriodicCallback(self._update, LOOK * 1000) if pace.has_loop else None
        self.observe(self._observe_page, names="page")
        self.on_msg(self._on_message)

    def close(self) -> None:
        """Take the card away."""
        if self._looking is not None:
            self._looking.stop()
        super().close()

    def _observe_page(self, _change: object) -> None:
        self._update()

    def _on_message(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        known = {one["address"] for one in self.hosts}
        if content.get("host") in known:
            self._message = attempt(self._session, lambda: self._session.join_at(content["host"]))
            self._update()

    def _update(self) -> None:
        self.joined = self._session.joined
        address = join_address(self.page, self._session.address)
        if address is None:
            return
        url = f"{address.scheme}://{address.place}/verkosto/l/{self.code}"
        if url != self.join_url:
            self.join_url, self.short_url = url, f"{address.place}/verkosto"
            self.qr = segno.make(url, error="m", micro=False).svg_data_uri(
                border=2, dark="#17252b", light="#ffffff"
            )
        self.hosts = [{"address": one.address, "network": one.network} for one in address.hosts]
        self.host = address.host
        self.advice = self._advice(address)
        self.notice = self._message or self._notice(address)
        if address.port and self._looking is not None and not self._looking.is_running():
            self._looking.start()

    def _notice(self, address: JoinAddress) -> str:
        language = self._session.language
        _ = translator(language).gettext
        if address.port and address.only_here:
            return no_network_words(language)
        if address.only_here:
            return _("Phones can't join yet: this address works only on this computer.")
        if address.port and not self.joined and time.monotonic() - self._since > ALONE:
            return _("Nobody has joined yet. Try with your own phone; there is help below.")
        return ""

    def _advice(self, address: JoinAddress) -> list[str]:
        language = self._session.language
        _ = translator(language).gettext
        if not address.port:
            return [
                _("You can try everything alone: open the address in another tab."),
                _(
                    "Before people come, end the program with Ctrl+C in the window where you"
                    " started it, and start it again: verkostotyokalut --lan"
                    " (or make workshop OPTIONS=--lan)."
                ),
                _("The answers are kept, and the session goes on from the console's first page."),
            ] * address.only_here
        return [
            _("The phone has to be in the same Wi-Fi as this computer, not on mobile data."),
            firewall_words(language, address.port),
            _(
                "Many guest networks keep devices apart. Then share a hotspot from a phone or"
                " from this computer, and join it with both; the new address comes here by itself."
            ),
        ]
