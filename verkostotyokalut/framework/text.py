"""What content is made of: a text in the toolkit's three languages, an id, a shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([.-][a-z0-9]+)*$", max_length=60)]
# The core's three, a fourth for the cycle's phases, and one for what stands alone.
Shape = Literal["circle", "square", "triangle", "diamond", "plain"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Model(BaseModel):
    """A frozen piece of content that takes no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Model):
    """The same words in Finnish, Swedish and English; none may be missing."""

    fi: Words
    sv: Words
    en: Words

    def into(self, language: Language) -> str:
        """Return the words in ``language``."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}[language]


def N_(words: str) -> str:  # noqa: N802 – gettext's own name for it
    """Mark a message that is translated where it is told."""
    return words


def wrong(words: str, **values: object) -> PydanticCustomError:
    """Return the error of a rule of our own, told as the message id ``words``."""
    template: Any = words  # pydantic wants it literal, and so it is where this is called
    return PydanticCustomError("content", template, {"words": words, **values})


def all_different(ids: Iterable[str]) -> None:
    """See that no id is there twice.

    Raises
    ------
    PydanticCustomError
        If one is.
    """
    twice = sorted(name for name, count in Counter(ids).items() if count > 1)
    if twice:
        raise wrong(N_("ids that differ; repeated: {ids}"), ids=", ".join(twice))
