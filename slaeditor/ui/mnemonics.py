"""Letters that reach a field with Alt, each used once in a window."""

from __future__ import annotations

from collections.abc import Iterable

MENU_LETTERS = frozenset("fevith")


def with_mnemonics(labels: Iterable[str], taken: Iterable[str] = MENU_LETTERS) -> tuple[str, ...]:
    """Return the labels with “&” before a letter no other has, as far as letters go.

    >>> with_mnemonics(["Name", "Note", "Nan"], taken="")
    ('&Name', 'N&ote', 'N&an')
    """
    used = set(taken)
    return tuple(_marked(label, used) for label in labels)


def _marked(label: str, used: set[str]) -> str:
    plain = label.replace("&", "&&")
    starts = [at for at, letter in enumerate(plain) if at == 0 or plain[at - 1] == " "]
    for at in (*starts, *range(len(plain))):
        letter = plain[at].casefold()
        if letter.isascii() and letter.isalpha() and letter not in used:
            used.add(letter)
            return f"{plain[:at]}&{plain[at:]}"
    return plain
