"""What both hubs have: the real proxy, a process for each server, and a token for the tests."""

import os
from pathlib import Path

c = get_config()  # noqa: F821

c.JupyterHub.bind_url = os.environ["HUB_ORIGIN"]
c.JupyterHub.hub_port = int(os.environ["HUB_PORT"])
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{os.environ['HUB_PROXY_PORT']}"
c.ConfigurableHTTPProxy.command = [
    str(Path(os.environ["HUB_ROOT"]) / "node_modules/.bin/configurable-http-proxy")
]
c.ConfigurableHTTPProxy.check_running_interval = 1  # seconds until a lost proxy is started anew
c.JupyterHub.cleanup_proxy = False  # the tests end it last, when the hub has let its routes go
c.JupyterHub.services = [{"name": "tests", "api_token": os.environ["HUB_TOKEN"]}]
c.JupyterHub.load_roles = [
    {
        "name": "tests",
        "services": ["tests"],
        "scopes": ["admin:users", "admin:servers", "access:servers"],
    }
]
# Answered at once, so that the servers start side by side; the tests wait for them.
c.JupyterHub.tornado_settings = {"slow_spawn_timeout": 0}
c.SimpleLocalProcessSpawner.home_dir_template = str(Path.cwd() / "{username}")
