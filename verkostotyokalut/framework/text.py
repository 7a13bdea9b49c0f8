"""A text in the three languages of the toolkit."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

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
