"""How to join: the address, the code and a QR code of the address."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

import segno
import traitlets

from ...locales import translator
from ..base.later import Pace
from ..base.module import script, style
from ..base.worded import Worded
from ..session.live_session import LiveSession

Size = Literal["large", "small", "corner"]
COUNT = 0.3  # seconds between two updates of the number of people who have joined


class JoinCard(Worded):
    """Shows how to join a session.

    The address is made of the page's own outside address, which only the browser knows behind
    Binder or a hub; it never carries the leader's token.

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

    def __init__(self, session: LiveSession, size: Size = "small") -> None:
        self._session = session
        super().__init__(session.language, size=size, code=session.code, joined=session.joined)
        self.observe(self._observe_page, names="page")
        session.observe(Pace(self._count, COUNT).ask)

    def _count(self) -> None:
        self.joined = self._session.joined

    def _observe_page(self, _change: object) -> None:
        address = urlsplit(self.page)
        if address.scheme not in {"http", "https"} or not address.netloc:
            return
        # Made anew of its parts: whatever else the page's address holds stays with the leader.
        place = address.netloc.rpartition("@")[2] + address.path.rstrip("/")
        self.join_url = f"{address.scheme}://{place}/verkosto/l/{self.code}"
        self.short_url = f"{place}/verkosto"
        self.qr = segno.make(self.join_url, error="m", micro=False).svg_data_uri(
            border=2, dark="#17252b", light="#ffffff"
        )
        self.notice = self._notice(address.hostname or "")

    def _notice(self, host: str) -> str:
        if not _only_here(host):
            return ""
        _ = translator(self._session.language).gettext
        return _(
            "This address works only on this computer."
            " For phones, start verkostotyokalut with --lan."
        )


def _only_here(host: str) -> bool:
    """Tell whether other devices can't reach ``host``."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
