"""Which words that nobody could read were typed with which step, so that undo takes them along."""

from __future__ import annotations

from dataclasses import dataclass

from slaeditor.rules.matrix import Spot


@dataclass(frozen=True, slots=True)
class Typed:
    """Words typed into cells: how many steps were done then, and whether one was made of them."""

    done: int
    is_step: bool
    spots: tuple[Spot, ...]


class UnreadSteps:
    """The words that were typed and not read, the latest last."""

    def __init__(self) -> None:
        self._typed: list[Typed] = []

    def note(self, typed: Typed) -> None:
        """Remember what was typed."""
        self._typed.append(typed)

    def latest(self, done: int) -> tuple[Spot, ...]:
        """The cells typed last, when nothing was done since; none otherwise."""
        last = self._typed[-1] if self._typed else None
        return last.spots if last is not None and not last.is_step and last.done == done else ()

    def take_latest(self) -> None:
        """Forget what was typed last."""
        self._typed.pop()

    def undone(self, done: int) -> tuple[Spot, ...]:
        """Forget what was typed with steps beyond so many, and return its cells."""
        gone = [typed for typed in self._typed if typed.done > done]
        self._typed = [typed for typed in self._typed if typed.done <= done]
        return tuple(spot for typed in gone for spot in typed.spots)
