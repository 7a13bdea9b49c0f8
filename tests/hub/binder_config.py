"""A hub as BinderHub sets it up: nobody logs in, and each server has a token of its own.

What it starts is Binder's too: the repository's own ``start``, and JupyterLab, which knows nothing
of the hub (the arguments are those of BinderHub's BinderSpawnerMixin).
"""

import os
import sys
from pathlib import Path

from jupyterhub.spawner import SimpleLocalProcessSpawner

load_subconfig("common_config.py")  # noqa: F821
c = get_config()  # noqa: F821


class BinderSpawner(SimpleLocalProcessSpawner):
    """Starts a server with the token that the launch chose."""

    def get_args(self) -> list[str]:
        return [
            "--ip=127.0.0.1",
            f"--port={self.port}",
            f"--ServerApp.base_url={self.server.base_url}",
            f"--ServerApp.token={self.user_options['token']}",
            "--ServerApp.trust_xheaders=True",
            *self.args,
        ]


c.JupyterHub.authenticator_class = "null"
c.JupyterHub.last_activity_interval = 1  # seconds between two looks at what the proxy has seen
c.JupyterHub.spawner_class = BinderSpawner
c.Spawner.cmd = [
    str(Path(os.environ["HUB_ROOT"]) / "binder/start"),
    str(Path(sys.executable).with_name("jupyter-lab")),
]
c.Spawner.environment = {"BINDER_LAUNCH_HOST": "https://mybinder.org/"}
c.Spawner.args = ["--no-browser", "--allow-root"]
