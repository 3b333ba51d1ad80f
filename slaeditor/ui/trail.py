"""The way somebody took through the places of a project, to go back and forward on."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.ui.place import Place

LONGEST = 100


class Trail:
    """The places visited, without the fields in them."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def visit(self, place: Place) -> None:
        """Remember a place; what was ahead is forgotten."""
        plain = replace(place, field="")
        if self._at >= 0 and self._places[self._at] == plain:
            return
        self._places = [*self._places[: self._at + 1], plain][-LONGEST:]
        self._at = len(self._places) - 1

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a place was left by going back."""
        return self._at + 1 < len(self._places)

    def back(self) -> Place | None:
        """Step back and return the place, None at the beginning."""
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> Place | None:
        """Step forward and return the place, None at the end."""
        return self._step(1) if self.can_go_forward else None

    def _step(self, by: int) -> Place:
        self._at += by
        return self._places[self._at]
