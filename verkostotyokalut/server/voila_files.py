"""Pictures beside notebooks: only for those who are let in.

Voilà gives every picture under the server's root to anybody who knows its name, and a participant
knows where the server is. Our address comes before Voilà's and leads to Jupyter's own files.
"""

from __future__ import annotations

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_escape, url_path_join
from tornado import web


class VoilaFiles(JupyterHandler):
    """Leads the leader's browser to a file, everybody else to the login."""

    @web.authenticated
    def get(self, path: str) -> None:
        """Send the browser on."""
        self.redirect(url_path_join(self.base_url, "files", url_escape(path)))
