"""What was agreed for a day, as a calendar file (.ics, RFC 5545) for people's own calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar, Event

from ..framework import Language
from ..live.agreements import Agreement, Sort
from ..locales import translator
from .about import about

PRODUCT = "-//Verkostotyokalut//Agreements//FI"


def calendar(agreements: Iterable[Agreement], title: str, language: Language) -> bytes:
    """Write the agreements that have a day as events of a whole day each.

    Parameters
    ----------
    agreements
        What was agreed; those without a day are left out. Those of the annual clock come again
        every year.
    title
        Of the calendar: the workshop's.
    language
        Of the words around what was agreed.

    Returns
    -------
    bytes
        UTF-8, lines ending in CRLF. An agreement has the same UID each time, so that a calendar
        which takes the file in again changes what it has instead of doubling it.
    """
    made = datetime.now(UTC)
    name = " ".join(title.split())
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("x-wr-calname", name)
    for agreement in agreements:
        if agreement.due is not None:
            file.add_component(_event(agreement, agreement.due, name, language, made))
    return bytes(file.to_ical())


def _event(
    agreement: Agreement, due: date, title: str, language: Language, made: datetime
) -> Event:
    event = Event()
    event.add("uid", f"{agreement.id}@verkostotyokalut")
    event.add("dtstamp", made)
    event.add("dtstart", due)  # a day without a time; without an end it lasts that day
    event.add("summary", agreement.what)
    event.add("description", "\n".join(_description(agreement, title, language)))
    event.add("transp", "TRANSPARENT")  # a day by which is no day when one is busy
    if agreement.sort is Sort.CLOCK:
        event.add("rrule", _yearly(due))
    return event


def _description(agreement: Agreement, title: str, language: Language) -> list[str]:
    _ = translator(language).gettext
    lines = [_("Who: {who}").format(who=agreement.who)] if agreement.who else []
    item = about(agreement, language)
    if item:
        lines.append(_("About: {item}").format(item=item))
    return [*lines, title]


def _yearly(due: date) -> dict[str, Any]:
    if (due.month, due.day) == (2, 29):  # the last of February also in years that have no 29th
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}
