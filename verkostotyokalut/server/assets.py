"""The front end's files: hashed, compressed once, cached by browsers for good."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import re
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath

import brotli
from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError, RequestHandler

PLOTLY = "vendor/plotly-basic.min.js"
FRONTEND = Path(__file__).resolve().parent.parent / "widgets" / "frontend"
# Not asked of the system: on Windows another program may have made .js something else.
_KINDS = {".js": "text/javascript", ".css": "text/css"}
_IMPORT = re.compile(r'^import .* from "(\.{1,2}/[\w./-]+)";$', re.MULTILINE)


class Assets:
    """The files that pages load, by the names that pages know them by."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[Path, ...]] = {
            file.relative_to(FRONTEND).as_posix(): (file,)
            for file in sorted(FRONTEND.rglob("*"))
            if file.suffix in _KINDS
        }
        # One request for all looks of a participant's page, every question kind's among them.
        looks = ("tokens.css", "assessment.css", "kinds/*.css", "phone.css")
        self._files["phone.css"] = tuple(
            file for look in looks for file in sorted(FRONTEND.glob(look))
        )
        self._packed: dict[tuple[str, str], bytes] = {}
        self._imported: dict[str, list[str]] = {}

    @cached_property
    def digest(self) -> str:
        """A name for this state of all files; a new state gets new addresses."""
        whole = hashlib.sha256()
        for name in sorted(self._files):
            whole.update(name.encode())
            whole.update(self._whole(name))
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
            whole = self._whole(name)
            self._packed[name, coding] = {
                "br": lambda: bytes(brotli.compress(whole, quality=9)),
                "gzip": lambda: gzip.compress(whole, 9),
                "identity": lambda: whole,
            }[coding]()
        return self._packed[name, coding]

    def ready(self, name: str, coding: str) -> bytes | None:
        """Return a file as it travels if it has been packed already."""
        return self._packed.get((name, coding))

    def imported(self, *names: str) -> list[str]:
        """Return what modules import, by others too, so that a page can ask for all of it at once.

        Raises
        ------
        KeyError
            If there is no such module.
        """
        found = list(names)
        for name in found:  # grows meanwhile
            found += [other for other in self._imports(name) if other not in found]
        return found[len(names) :]

    def _imports(self, name: str) -> list[str]:
        if name not in self._imported:
            others = _IMPORT.findall(self._whole(name).decode())
            self._imported[name] = [normpath(join(dirname(name), other)) for other in others]
        return self._imported[name]

    def warm(self) -> None:
        """Compress every file in advance; takes a second, plotly.js a third of it."""
        for name in sorted(self._files, key=lambda name: len(self._whole(name))):
            for coding in ("br", "gzip"):
                self.packed(name, coding)

    def _whole(self, name: str) -> bytes:
        return b"".join(file.read_bytes() for file in self._files[name])


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
        if coding != "identity":
            self.set_header("Content-Encoding", coding)
        # A page from before an update asks by the old digest: it gets the new file, uncached.
        lasting = digest == self._assets.digest
        self.set_header(
            "Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-store"
        )
        self.finish(body)
