"""Says in the leader's language what to do when a phone can't reach this computer."""

from __future__ import annotations

import platform

from ..framework import Language
from ..locales import translator


def no_network_words(language: Language) -> str:
    """Say that there is no network in which phones could be."""
    _ = translator(language).gettext
    return _("This computer is in no network. Connect it to the Wi-Fi, or open a hotspot.")


def firewall_words(language: Language, port: int) -> str:
    """Say how this computer's firewall lets phones in.

    Parameters
    ----------
    language
        The reader's language.
    port
        The server's.
    """
    _ = translator(language).gettext
    words = {
        "Windows": _(
            "Windows' firewall may be in the way: search the Start menu for “Allow an app through"
            " Windows Firewall”, choose Change settings, and tick both Private and Public for"
            " Python."
        ),
        "Darwin": _(
            "The Mac's firewall may be in the way: in System Settings, choose Network, Firewall"
            " and Options, and allow incoming connections for Python."
        ),
    }.get(
        platform.system(),
        _(
            "This computer's firewall may be in the way: open the port with"
            " “sudo ufw allow {port}/tcp” (Ubuntu, Debian) or"
            " “sudo firewall-cmd --add-port={port}/tcp” (Fedora)."
        ),
    )
    return words.format(port=port)
