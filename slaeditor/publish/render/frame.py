"""What every part of a page needs to know while it is built: language, colours, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import htpy as h
from markupsafe import Markup

from slaeditor.publish.document import Labels, Tone
from slaeditor.publish.late import Kind, colour, place
from slaeditor.publish.render import markdown, typography
from slaeditor.publish.render.colour import Palette
from slaeditor.publish.trouble import LinkTrouble

ELSEWHERE = "https://elsewhere.invalid/"
"""Where links to parts lead that are laid out in another piece, until all are put together."""
HEADINGS = (h.h1, h.h2, h.h3, h.h4, h.h5, h.h6)


@dataclass
class Numbers:
    """The running numbers of one chapter; `chapter` is empty where it has none."""

    chapter: str = ""
    figures: int = 0
    tables: int = 0
    places: int = 0
    _before: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        """Remember what was counted before."""
        self._before = self.figures, self.tables

    @property
    def figure_place(self) -> int:
        """Which figure since the beginning the last one was, from 0."""
        return self.figures - self._before[0] - 1

    @property
    def table_place(self) -> int:
        """Which table since the beginning the last one was, from 0."""
        return self.tables - self._before[1] - 1

    def next_place(self) -> int:
        """Return how many places of an index there were before this one."""
        self.places += 1
        return self.places - 1

    def next_figure(self) -> str:
        """Return the number of the next figure, such as "3.2", or nothing."""
        self.figures += 1
        return f"{self.chapter}.{self.figures}" if self.chapter else ""

    def next_table(self) -> str:
        """Return the number of the next table, such as "3.2", or nothing."""
        self.tables += 1
        return f"{self.chapter}.{self.tables}" if self.chapter else ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of a block: how words are set and which level of heading is above.

    `late` says that it is in a piece: numbers are put in later; `turn` counts the chapters before
    it in the same piece. Where it `joins`, lines do not end within ranges. The sections `begun`
    are the ids of those that begin a page whatever comes before them.
    """

    language: str
    labels: Labels
    palette: Palette
    family: str
    pictures: Mapping[str, str]
    ids: frozenset[str]
    laid_out: frozenset[str] | None = None
    elsewhere: frozenset[str] = frozenset()
    numbers: Numbers = field(default_factory=Numbers)
    level: int = 1
    late: bool = False
    turn: int = 0
    joins: bool = False
    begun: frozenset[str] = frozenset()

    def late_colour(self, kind: Kind, at: int, style: str = "color") -> str | None:
        """Return the style by which a number is found that is put in late; None without such."""
        return f"{style}:{colour(kind, place(self.turn, at))}" if self.late else None

    def words(self, text: str) -> str:
        """Return plain words, typeset."""
        return self._joined(self.title(text))

    def title(self, text: str) -> str:
        """Return the words of a heading, typeset; they stand in the outline as they are."""
        return typography.words(text, self.language)

    def _joined(self, words: str) -> str:
        return typography.joined(words) if self.joins else words

    def prose(self, text: str, source: str = "") -> Markup:
        """Return the HTML of Markdown whose headings stand below this place."""
        made = markdown.prose(
            text, language=self.language, source=source, below=self.level, pictures=self.pictures
        )
        return Markup(self._joined(made))  # noqa: S704 - joiners alone are added to clean HTML

    def inline(self, text: str, source: str = "") -> Markup:
        """Return the HTML of Markdown for a cell."""
        made = markdown.inline(text, language=self.language, source=source)
        return Markup(self._joined(made))  # noqa: S704 - joiners alone are added to clean HTML

    def address(self, target: str) -> str:
        """Return the address of a chapter or section; raises LinkTrouble for an unknown one.

        Empty for a part that is there but not laid out this time.
        """
        if target not in self.ids:
            raise LinkTrouble(
                "A link leads to a part that this edition does not hold.",
                "Open the target to this reader, or remove the link.",
            )
        if target in self.elsewhere:
            return ELSEWHERE + target
        is_there = self.laid_out is None or target in self.laid_out
        return f"#{target}" if is_there else ""

    def tone(self, tone: Tone) -> str:
        """Return the word for a kind of callout."""
        return dict(self.labels.tones).get(tone.value, tone.value.capitalize())

    def numbered(self, label: str, number: str) -> str:
        """Return "Table 3.2" or, without a number, nothing."""
        return f"{label}{typography.NO_BREAK}{number}" if number else ""
