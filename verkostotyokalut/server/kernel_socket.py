"""The kernels' websocket: the projector's pictures leave as soon as they are made.

TCP holds a small message back until the one before it has been acknowledged (Nagle's algorithm),
and a browser takes up to 40 ms to acknowledge. Two pictures are sent one after the other: one of
them would always be late.
"""

from __future__ import annotations

from asyncio import Future

from jupyter_server.serverapp import ServerApp
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class KernelSocket(ZMQChannelsWebsocketConnection):
    """Jupyter's own connection from a page to its kernel, on a line that holds nothing back."""

    def connect(self) -> Future[None] | None:  # type: ignore[override]  # as Jupyter's own is
        """Connect the page to the kernel."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()


def hold_nothing_back(server: ServerApp) -> None:
    """Let pages get what kernels say at once, unless the server's owner has another connection."""
    if server.kernel_websocket_connection_class is ZMQChannelsWebsocketConnection:
        server.web_app.settings["kernel_websocket_connection_class"] = KernelSocket
