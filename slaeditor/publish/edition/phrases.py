"""Every printed word that is not the manager's, in the language of the handbook.

Sentences stand in catalogues under a key, one catalogue a language; labels of fields and choices
are translated by their English words, so that the declarations stay their only source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from slaeditor.model.choice import Choice
from slaeditor.model.field import Field
from slaeditor.publish.edition import translations
from slaeditor.publish.edition.english import ENGLISH, YOUR_LABELS
from slaeditor.publish.edition.german import GERMAN

_AMERICAN = (("rganis", "rganiz"), ("cknowledgement", "cknowledgment"), ("olour", "olor"))
_WORDS = re.compile(r"\s+")
_DATIVE = "innerhalb von"
_PLURAL = re.compile(r"(?<=\d )(?:Kalendertage|Servicetage|Monate|Quartale|Jahre)\b")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The catalogue of one language; `to_client` chooses the words that speak to the client."""

    language: str
    to_client: bool = False

    @property
    def is_german(self) -> bool:
        """Whether the handbook is in German."""
        return self.language.startswith("de")

    def __call__(self, key: str, **parts: object) -> str:
        """Return the phrase of a key with its parts filled in; `KeyError` for an unknown key.

        A phrase that speaks to the client stands under the key with ".client" after it.
        """
        catalogue = self._catalogue
        if self.to_client and f"{key}.client" in catalogue:
            key = f"{key}.client"
        return self._local(catalogue[key].format(**parts))

    def number_of(self, key: str, count: object, **parts: object) -> str:
        """Return the phrase for one ("key.one") or several ("key.many") of something."""
        one = str(count) == "1"
        return self(f"{key}.one" if one else f"{key}.many", count=count, **parts)

    def label(self, spec: Field) -> str:
        """Return the label of a field."""
        return self.labelled(spec.label)

    def labelled(self, english: str) -> str:
        """Return a label of the declarations by its English words."""
        english = YOUR_LABELS.get(english, english) if self.to_client else english
        if self.is_german:
            return translations.labels("de").get(english, english)
        return self._local(english)

    def choice(self, member: Choice) -> str:
        """Return a choice in a word or two; what its label explains after a colon is left out."""
        english = short(member.label)
        english = YOUR_LABELS.get(english, english) if self.to_client else english
        if self.is_german:
            return translations.choices("de").get(english, english)
        return self._local(english)

    def finding(self, english: str) -> str:
        """Return what a finding is called by its English title."""
        if self.is_german:
            return translations.rules("de").get(english, english)
        return self._local(english)

    @property
    def _catalogue(self) -> Mapping[str, str]:
        return GERMAN if self.is_german else ENGLISH

    def _local(self, words: str) -> str:
        """The words as they are spelt where they are read."""
        if self.is_german:
            return _PLURAL.sub(r"\g<0>n", words) if _DATIVE in words else words
        if self.language == "en-US":
            for british, american in _AMERICAN:
                words = words.replace(british, american)
        return words


def short(label: str) -> str:
    """Return the label of a choice without its explanation.

    >>> short("Graduated: each bracket's price for the units inside it")
    'Graduated'
    """
    return _WORDS.sub(" ", label.split(":", maxsplit=1)[0]).strip()
