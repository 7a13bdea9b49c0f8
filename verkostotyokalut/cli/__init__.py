"""The command ``verkostotyokalut``: one module for each of its commands."""

from .binder_link import print_binder_link
from .content import check, new, workshops
from .export import export_session
from .sheet import write_sheet
from .simulate import simulate_people
from .start import main, open_workshop

for _command in (
    open_workshop,
    workshops,
    check,
    export_session,
    write_sheet,
    new,
    simulate_people,
    print_binder_link,
):
    main.add_command(_command)

__all__ = ["main"]
