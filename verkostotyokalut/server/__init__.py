"""The Jupyter Server extension that participants' phones talk to."""

from .extension import load

_load_jupyter_server_extension = load

__all__ = ["load"]
