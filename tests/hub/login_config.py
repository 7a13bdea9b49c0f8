"""A hub that its people log in to; the servers ask the hub who may come in."""

import os
import sys
from pathlib import Path

load_subconfig("common_config.py")  # noqa: F821
c = get_config()  # noqa: F821

c.JupyterHub.authenticator_class = "shared-password"
c.Authenticator.allow_all = True
c.SharedPasswordAuthenticator.user_password = os.environ["HUB_PASSWORD"]
c.JupyterHub.last_activity_interval = 0  # not all proxies tell of activity; the servers do
c.JupyterHub.spawner_class = "simple"
c.Spawner.cmd = [str(Path(sys.executable).with_name("jupyterhub-singleuser"))]
c.Spawner.args = ["--allow-root"]
c.Spawner.default_url = "/voila/render/notebooks/ohjaamo.ipynb"
c.Spawner.environment = {"JUPYTERHUB_ACTIVITY_INTERVAL": "1"}


def set_environment(spawner):  # type: ignore[no-untyped-def]
    """Let a launch say how its server is to run."""
    spawner.environment |= spawner.user_options["environment"]


c.Spawner.pre_spawn_hook = set_environment
