"""A server for participants alone: their pages and websockets, and nothing of Jupyter's own.

It has no leader's pages, no JupyterLab and no terminals, and what is left of Jupyter's own
addresses asks for a token that nobody knows. The environment says where it stands:
VERKOSTO_DATABASE_URL, and VERKOSTO_BASE_URL when it is not at the root of its host. Start it as

    JUPYTER_NO_CONFIG=1 jupyter server --config=deploy/participants_config.py
"""

import os
import secrets

c = get_config()  # noqa: F821
c.ServerApp.ip = "0.0.0.0"
c.ServerApp.port = 8888
c.ServerApp.port_retries = 0
c.ServerApp.base_url = os.environ.get("VERKOSTO_BASE_URL", "/")
c.ServerApp.allow_remote_access = True  # its name outside is the proxy's
c.ServerApp.open_browser = False
c.ServerApp.terminals_enabled = False
c.ServerApp.jpserver_extensions = {"verkostotyokalut.server": True}
c.KernelProvisionerFactory.default_provisioner_name = "local-provisioner"  # no kernel waits here
c.IdentityProvider.token = secrets.token_hex(32)
