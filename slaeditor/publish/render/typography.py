"""The small marks of good printing, set in code and per language.

Quotes become curly, ranges get an en dash, numbers keep their unit, comparison signs are drawn.
What could be a date, a telephone number or an identifier is left alone.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
_QUOTES = {
    "en": "“”‘’",
    "de": "„“‚‘",
    "fr": "«»‹›",
    "es": "«»“”",
    "it": "«»“”",
    "nl": "“”‘’",
    "pl": "„”‚’",
    "sv": "””’’",
    "da": "“”‘’",
}
_UNITS = (
    "%|‰|°C|ms|s|sec|min|mins|h|hrs?|hours?|minutes?|seconds?|days?|weeks?|months?|quarters?|years?"
    "|service|calendar|business|working|KB|MB|GB|TB|kB|Uhr|Std|Sek|Stunden?|Minuten?|Sekunden?"
    "|(?:Kalender|Service|Arbeits|Werk)?[Tt]age?n?|Wochen?|Monate?n?|Jahre?n?|EUR|USD|GBP|CHF|[€£$¥]"
)
_DAYS = (
    "Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mo|Di|Mi|Do|Fr|Sa|So"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    "|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"
)
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f\ufeff\ufffe\uffff\ud800-\udfff]"
)
_COMBINING_RUN = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{4})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+"
)
_TOGETHER = "\u2060–\u2060"
_RANGE = re.compile(
    rf"<[^<>]*>|(?<=\d)–(?=\d)|(?<=\d h)–(?=\d)|(?<=\b\w\w)–(?=(?:{_DAYS})\b)"
    rf"|(?<=\b\w\w\w)–(?=(?:{_DAYS})\b)"
)
"""A tag, or the dash of a range: the names of days are short."""
_NUMBER = r"\d{1,3}(?:[.,:]\d{1,3})?"
_ALONE = r"(?<![\w.,:/+-])"
_ENDED = r"(?![\w:/-]|[.,]\d)"
_SIMPLE = (
    (re.compile(r"<="), "≤"),
    (re.compile(r">="), "≥"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile("[✔✅☑]"), "✓"),
    (re.compile("[✘❌✖]"), "✗"),
    (re.compile(r"(?<=\d)[ \u00a0]?x[ \u00a0]?(?=\d)"), "×"),
    (re.compile(r"(?<=\w) (?:--?|–) (?=\w)"), f"{NO_BREAK}– "),
    (re.compile(rf"\b({_DAYS})\s?-\s?({_DAYS})\b"), r"\1–\2"),
    (re.compile(rf"{_ALONE}({_NUMBER})\s?-\s?({_NUMBER}){_ENDED}"), r"\1–\2"),
    (re.compile(rf"{_ALONE}(\d{{4}})-(\d{{4}}){_ENDED}"), r"\1–\2"),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?![\w]))"), NO_BREAK),
    (re.compile(r"(?<=[≤≥<>]) (?=\d)"), NO_BREAK),
    (re.compile(r"\b(USD|EUR|GBP|CHF|No\.|Nr\.|§) (?=\d)"), rf"\1{NO_BREAK}"),
)


def cleaned(text: str) -> str:
    """Return `text` without control characters, direction overrides and stacked accents.

    Line breaks of any kind become a line feed; tabs stay.
    """
    text = re.sub("\r\n?|\u2028|\u2029|\x0b|\x0c", "\n", text)
    return _COMBINING_RUN.sub(r"\1", _UNWANTED.sub("", text))


def typeset(text: str, language: str, before: str = "") -> str:
    """Return `text` with the marks a printer would set.

    `before` is the character that precedes the text, so that a quotation mark at its start opens
    or closes rightly.
    """
    for pattern, replacement in _SIMPLE:
        text = pattern.sub(replacement, text)
    if '"' not in text and "'" not in text:
        return text
    return _quoted(text, _QUOTES.get(language.lower()[:2], _QUOTES["en"]), before)


def joined(html: str) -> str:
    """Return text or HTML in which no line ends within a range such as 08:00–20:00 or Mon–Fri.

    Tags are left alone.
    """
    return _RANGE.sub(lambda found: found[0] if found[0] != "–" else _TOGETHER, html)


def words(text: str, language: str) -> str:
    """Return plain words cleaned and typeset."""
    return typeset(cleaned(text), language)


def _quoted(text: str, marks: str, before: str) -> str:
    letters = []
    for at, letter in enumerate(text):
        previous = text[at - 1] if at else before
        following = text[at + 1] if at + 1 < len(text) else ""
        letters.append(_mark(letter, previous, following, marks))
    return "".join(letters)


def _mark(letter: str, previous: str, following: str, marks: str) -> str:
    opens = (not previous or previous.isspace() or previous in "([{–—/\u00a0") and following.strip()
    if letter == '"':
        return marks[0] if opens else marks[1]
    if letter == "'":
        return (
            marks[2]
            if opens and not following.isdigit()
            else "’"
            if previous.isalnum()
            else marks[3]
        )
    return letter
