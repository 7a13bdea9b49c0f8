"""What to talk about next, in the leader's words: which item, why, and how to begin."""

from __future__ import annotations

from ...analysis import Of, Topic, Why, topics
from ...charts import number
from ...framework import Dimension, Item, Language
from ...locales import translator
from ..session.live_session import LiveSession


def talk_about(session: LiveSession) -> list[dict[str, object]]:
    """Return what is worth talking about of what the room sees now, as JSON data.

    Returns
    -------
    list
        For each topic its ``label``, ``why`` in a sentence, the ``question`` that opens the
        conversation, and what to try next, ``advice``.
    """
    asked, results = session.instrument, session.results
    if asked is None or results is None:
        return []
    earlier = next(
        (
            found
            for round_ in range(session.round - 1, 0, -1)
            if (found := session.results_of(asked.id, round_)) is not None
        ),
        None,
    )
    places = {
        item.id: (dimension, item) for dimension in asked.dimensions for item in dimension.items
    }
    return [
        _told(topic, *places[topic.item], session.language)
        for topic in topics(results, asked, earlier, session.compared.get(Of.GROUPS))
    ]


def _told(topic: Topic, dimension: Dimension, item: Item, language: Language) -> dict[str, object]:
    advice = {
        Why.DIVIDED: (dimension.advice.divided,),
        Why.BETWEEN: (dimension.advice.divided,),
        Why.LOWEST: dimension.advice.low,
    }.get(topic.why, ())
    return {
        "label": item.label.into(language),
        "why": _why(topic, language),
        "question": item.talk.into(language),
        "advice": [one.into(language) for one in advice],
    }


def _why(topic: Topic, language: Language) -> str:
    _ = translator(language).gettext
    words = {
        Why.DIVIDED: _("Views are divided."),
        Why.GAP: _("The leader sees it higher than the others.")
        if topic.value > 0
        else _("The leader sees it lower than the others."),
        Why.BETWEEN: _("{high} and {low} see it differently (medians {value} apart)."),
        Why.CHANGED: _("Risen since the last round ({value}).")
        if topic.value > 0
        else _("Fallen since the last round ({value})."),
        Why.LOWEST: _("The lowest of all (median {value})."),
    }[topic.why]
    high, low = topic.between or ("", "")
    return words.format(value=number(topic.value, language), high=high, low=low)
