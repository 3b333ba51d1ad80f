"""How wide words are and where they break, without any font at hand.

Widths are the widest of the families a handbook may use, so words never need more room than is
reckoned here. Sizes and widths are points.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

import pyphen

# fmt: off
_REGULAR = (
    281, 288, 466, 713, 642, 982, 731, 300, 365, 365, 501, 662, 288, 460, 288, 387,
    648, 600, 610, 618, 646, 600, 620, 600, 619, 620, 292, 302, 662, 662, 662, 511,
    966, 690, 654, 730, 722, 601, 590, 746, 743, 400, 571, 672, 565, 903, 753, 765,
    639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 387, 365, 600, 565,
    600, 562, 612, 571, 612, 583, 370, 613, 591, 252, 250, 549, 272, 876, 591, 600,
    612, 612, 376, 528, 351, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
)
# fmt: on
_HYPHENED = re.compile(r"[^-]*-+|[^-]+")
"""A part of a word with the hyphen that ends it."""
_FIRST = 32
_BOLD = 1.045
_WIDE = 1000
_NARROW = 640


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `text` is at most when set in `size` points."""
    thousandths = sum(_letter(letter) for letter in text)
    return thousandths * size / 1000 * (_BOLD if bold else 1)


def wrapped(
    text: str, room: float, size: float, *, bold: bool = False, language: str = ""
) -> list[str]:
    """Return `text` in lines none of which is wider than `room`; long words are broken.

    They are broken as a language does, where one is given that is known.
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines.extend(_broken(word, room, size, bold=bold, language=language))
    return lines


def _broken(word: str, room: float, size: float, *, bold: bool, language: str) -> list[str]:
    if width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    for part in _parts(word, language):
        fits = width(f"{part}-", size, bold=bold) <= room
        for piece in (part,) if fits else part:
            if pieces[-1] and width(f"{pieces[-1]}{piece}-", size, bold=bold) > room:
                pieces[-1] += "" if pieces[-1].endswith("-") else "-"
                pieces.append("")
            pieces[-1] += piece
    return pieces


def _parts(word: str, language: str) -> list[str]:
    """The parts of a word between which a language breaks it; its letters where none is known."""
    dictionary = _dictionary(language) if language else None
    if dictionary is None:
        return list(word)
    found: list[str] = []
    for part in _HYPHENED.findall(word):
        places = [0, *dictionary.positions(part.rstrip("-")), len(part)]
        found += [part[begin:end] for begin, end in pairwise(places)]
    return found


@cache
def _dictionary(language: str) -> pyphen.Pyphen | None:
    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known) if known else None


def _letter(letter: str) -> int:
    place = ord(letter) - _FIRST
    if 0 <= place < len(_REGULAR):
        return _REGULAR[place]
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _WIDE
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain != letter and 0 <= ord(plain) - _FIRST < len(_REGULAR):
        return _REGULAR[ord(plain) - _FIRST]
    return _NARROW if letter.isalnum() or letter in "–×≤≥…“”„" else _WIDE
