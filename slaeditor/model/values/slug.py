"""Readable keys made of names."""

import re
import unicodedata
from typing import Final

LONGEST: Final = 60
"""Characters that a key may have."""

_UNDIVIDED: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def slug(words: str) -> str:
    """Return a readable key of a name: ASCII letters, digits, single hyphens; never empty.

    >>> slug("Größe & Gewicht"), slug("24x7 – Gold+"), slug("日本")
    ('grosse-gewicht', '24x7-gold', 'item')
    """
    folded = words.casefold()
    plain = folded if folded.isascii() else _bare(folded)
    key = re.sub("[^a-z0-9]+", "-", re.sub("['\u2019]", "", plain)).strip("-")
    return key[:LONGEST].rstrip("-") or "item"


def _bare(folded: str) -> str:
    """Return words with ASCII letters in place of those with marks, as far as there are any."""
    spelled = unicodedata.normalize("NFKD", folded.translate(_UNDIVIDED))
    return "".join(letter for letter in spelled if not unicodedata.combining(letter)).lower()
