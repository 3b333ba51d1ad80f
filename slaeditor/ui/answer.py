"""An answer to a question: what its button says and does."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


def nothing() -> None:
    """Do nothing: what Cancel and Close mean."""


class Answer(NamedTuple):
    """A button: its words (with the mnemonic), what it does, and how it behaves.

    `usual` is what Enter chooses, `escape` what Esc chooses, `drastic` marks what loses work.
    """

    words: str
    run: Callable[[], None] = nothing
    usual: bool = False
    escape: bool = False
    drastic: bool = False
