"""The files that pages load: hashed, compressed once, cached by browsers for good."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from functools import cached_property
from pathlib import Path

import brotli
from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError, RequestHandler

from .joined import imported, joined

PLOTLY = "vendor/plotly-basic.min.js"
FRONTEND = Path(__file__).resolve().parent.parent / "widgets" / "frontend"
# Not asked of the system: on Windows another program may have made .js something else.
_KINDS = {".js": "text/javascript", ".css": "text/css"}
_ALONE = (PLOTLY, "rest.js", "tokens.css", "join_page.css")
# One request for all looks of a participant's page, every question kind's among them.
_LOOKS = ("tokens.css", "assessment.css", "kinds/*.css", "phone.css")


class Assets:
    """The files that pages load, by the names that pages know them by.

    A participant's page loads ``phone.css``, ``phone.js`` and of the kind that is asked
    ``kinds/<kind>.js``, each with all that it needs.

    Parameters
    ----------
    folder
        Where the front end is.
    """

    def __init__(self, folder: Path = FRONTEND) -> None:
        of_the_page = ["phone.js", *imported(folder, "phone.js")]
        kinds = [file.relative_to(folder).as_posix() for file in sorted(folder.glob("kinds/*.js"))]
        looks = [file for look in _LOOKS for file in sorted(folder.glob(look))]
        self._files: dict[str, bytes] = {
            **{name: (folder / name).read_bytes() for name in _ALONE},
            "phone.css": b"".join(file.read_bytes() for file in looks),
            "phone.js": joined(folder, "phone.js").encode(),
            **{kind: joined(folder, kind, without=of_the_page).encode() for kind in kinds},
        }
        self._packed: dict[tuple[str, str], bytes] = {}

    @cached_property
    def digest(self) -> str:
        """A name for this state of all files; a new state gets new addresses."""
        whole = hashlib.sha256()
        for name in sorted(self._files):
            whole.update(name.encode())
            whole.update(self._files[name])
        return whole.hexdigest()[:16]

    def packed(self, name: str, coding: str) -> bytes:
        """Return a file as it travels.

        Parameters
        ----------
        name
            The file, such as ``kinds/scale.js``.
        coding
            ``br``, ``gzip`` or ``identity``.

        Raises
        ------
        KeyError
            If there is no such file.
        """
        if (name, coding) not in self._packed:
            whole = self._files[name]
            self._packed[name, coding] = {
                "br": lambda: bytes(brotli.compress(whole, quality=9)),
                "gzip": lambda: gzip.compress(whole, 9),
                "identity": lambda: whole,
            }[coding]()
        return self._packed[name, coding]

    def ready(self, name: str, coding: str) -> bytes | None:
        """Return a file as it travels if it has been packed already."""
        return self._packed.get((name, coding))

    def warm(self) -> None:
        """Compress every file in advance; takes a second, plotly.js a third of it."""
        for name in sorted(self._files, key=lambda name: len(self._files[name])):
            for coding in ("br", "gzip"):
                self.packed(name, coding)


class AssetHandler(RequestHandler):
    """Serves :class:`Assets`; public, and nothing else is to be had here."""

    def initialize(self, assets: Assets) -> None:
        self._assets = assets

    @allow_unauthenticated
    async def get(self, digest: str, name: str) -> None:
        """Send a file."""
        accepted = self.request.headers.get("Accept-Encoding", "")
        coding = next((c for c in ("br", "gzip") if c in accepted), "identity")
        body = self._assets.ready(name, coding)
        if body is None:
            try:
                body = await asyncio.get_running_loop().run_in_executor(
                    None, self._assets.packed, name, coding
                )
            except KeyError:
                raise HTTPError(404) from None
        self.set_header("Content-Type", f"{_KINDS[Path(name).suffix]}; charset=utf-8")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Vary", "Accept-Encoding")
        # A page is fetched over three or four lines, and would hold them open long after: more
        # than its websocket costs. What it asks for is kept for good, so it will not come back.
        self.set_header("Connection", "close")
        if coding != "identity":
            self.set_header("Content-Encoding", coding)
        # A page from before an update asks by the old digest: it gets the new file, uncached.
        lasting = digest == self._assets.digest
        self.set_header(
            "Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-store"
        )
        self.finish(body)
