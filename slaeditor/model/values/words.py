"""Typed words made uniform before a grammar looks at them."""

import re
from typing import Final

from slaeditor.model.values.unreadable import Unreadable, refused

LONGEST: Final = 200
"""Characters that any typed value may have."""

_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_UNIFORM: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        "\u00d7": "x",
        "\u2264": "<=",
        "\u2a7d": "<=",
        "\u2265": ">=",
        "\u2a7e": ">=",
        "\uff05": "%",
    }
)


def tidy(words: str) -> str:
    """Return the words with single plain spaces, none at the ends; raise `Unreadable` if too long.

    >>> tidy("  4\u00a0h ")
    '4 h'
    """
    if len(words) > LONGEST:
        raise refused(words, f"A value has at most {LONGEST} characters; this has {len(words)}.")
    plain = " ".join(words.translate(_INVISIBLE).split())
    if not plain.isprintable():
        raise refused(plain, "It contains invisible control characters; type it again.")
    return plain


def uniform(words: str) -> str:
    """Return tidy words with one kind of dash, apostrophe, and comparison sign.

    >>> uniform("≥ 3 – 4 Points")
    '>= 3 - 4 Points'
    """
    return tidy(words).translate(_UNIFORM)


def fold(words: str) -> str:
    """Return uniform words in lower case.

    >>> fold("3 – 4 Hours")
    '3 - 4 hours'
    """
    return uniform(words).casefold()


_QUOTED: Final = re.compile('["\u201c\u201d\u201e](.+)["\u201c\u201d]')


def quoted(words: str) -> str:
    """Return the words between double quotes; a quote inside is doubled.

    >>> quoted('Say "yes" loudly')
    '"Say ""yes"" loudly"'
    """
    return '"' + words.replace('"', '""') + '"'


def unquoted(words: str) -> str | None:
    """Return what stands between the double quotes around tidy words; None if not quoted.

    >>> unquoted('"Say ""yes"" loudly"')
    'Say "yes" loudly'
    """
    found = _QUOTED.fullmatch(words)
    if not found or '"' in found[1].replace('""', ""):
        return None
    return found[1].replace('""', '"').strip() or None


def is_tidy(words: str) -> bool:
    """Return whether the words are as `tidy` would leave them and not too long."""
    try:
        return tidy(words) == words
    except Unreadable:
        return False
