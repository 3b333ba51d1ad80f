"""The edition: a handbook for one reader as plain words, ready to be laid out.

Everything that makes HTML, PDF or another form sees these values and nothing else. They hold no
rule, no reference into the project and nothing that the reader may not see: what is not here
cannot be printed. All values are frozen and made of words, whole numbers and tuples, so an
edition can be written to a pipe (`edition_json`) and two equal editions give equal bytes.

Identifiers (`id`) are opaque and fresh for each edition; a title never becomes an identifier.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from slaeditor.publish.figures import Figure


class Align(StrEnum):
    """Where the words of a column stand."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Tone(StrEnum):
    """The four kinds of callout; each is named by a word, never by colour alone."""

    NOTE = "note"
    DO = "do"
    DO_NOT = "do not"
    EXAMPLE = "example"


class Theme(StrEnum):
    """A pair of families and the measures that suit them."""

    CLASSIC = "classic"
    MODERN = "modern"
    READABLE = "readable"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of plain words; `style` is "plain", "lead" or "muted"."""

    text: str
    style: str = "plain"
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """What the manager wrote as Markdown; `source` names the record in the manager's words."""

    markdown: str
    source: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; numbered when `ordered`."""

    items: tuple[str, ...]
    ordered: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Short named facts, such as "Service hours: Mon-Fri 09:00-17:00".

    They stand in rows, or one after the other in a paragraph when `run_in`; a label without words
    then names what the others are about.
    """

    pairs: tuple[tuple[str, str], ...]
    changed: bool = False
    run_in: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms with their meaning, in order, for a glossary."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `weight` is its share of the width, relative to the other columns.

    The title of a narrow column is `turned` to read upwards.
    """

    title: str
    weight: int = 10
    align: Align = Align.LEFT
    unit: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `marks` are footnote marks, `tone` is "", "yes", "no", "muted" or "strong".

    `markdown` is True where the manager wrote the words as prose. `link` is the id of a chapter
    or section of the same edition, or empty.
    """

    text: str
    marks: str = ""
    tone: str = ""
    markdown: bool = False
    link: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under an optional heading; the first cell of a row is its row head."""

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption above and notes below; `wide` asks for a landscape page.

    The columns of a `fitted` one are as wide as their words need them; those of any other keep
    their weights, so that what is alike looks alike.
    """

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    notes: tuple[tuple[str, str], ...] = ()
    wide: bool = False
    fitted: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed remark of one of four kinds; `body` is Markdown."""

    tone: Tone
    title: str
    body: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A numbered step of a methodology.

    `margin` holds short facts set beside the step (when, who); `extras` are named passages below
    it, such as why, evidence or what to say, each Markdown.
    """

    number: str
    title: str
    body: str
    margin: tuple[tuple[str, str], ...] = ()
    extras: tuple[tuple[str, str], ...] = ()
    source: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one phase, in order."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Lines to sign: each row names who signs; the columns after it stay empty."""

    caption: str
    columns: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """Where something is spoken of: the id of a chapter or section, and its number or title.

    `page` is its page number where that is known; empty leaves it to the layout.
    """

    part: str
    label: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A term or name with the places that speak of it, in the order of the book."""

    term: str
    places: tuple[IndexPlace, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The index of a handbook, in the order of the alphabet."""

    entries: tuple[IndexEntry, ...]


Writing = Paragraph | Prose | Bullets | Facts | Terms | Callout | Index
Block = Writing | Table | Steps | Figure | SignOff


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a chapter; sections may hold sections, two deep at most.

    `changed` says that its `lead` reads otherwise than in the revision before, `removed` what
    stood here in that revision and is gone.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    margin: str = ""
    opener: bool = False  # starts on a new page with a large title
    lead: str = ""
    changed: bool = False
    removed: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its number; `lead` is one sentence of promise.

    One that stands `alone` begins a page whatever its length, and so does what follows it: a
    sheet that is handed out.
    """

    id: str
    title: str
    lead: str = ""
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    numbered: bool = True
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Brand:
    """The look the manager chose; colours as "#rrggbb", `logo` the id of an asset or empty."""

    accent: str = "#0b5c8a"
    theme: Theme = Theme.CLASSIC
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture of the edition: `media_type` is image/png or image/jpeg, `content` base64."""

    id: str
    media_type: str
    content: str
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The words of the cover and of the running feet; `mark` says on each page whose copy it is."""

    title: str
    subtitle: str
    edition_name: str  # "Staff edition", "Client edition"
    reader: str  # "staff", "sales" or "client": chooses the colour of the edition mark
    organisation: str = ""
    recipient: str = ""
    version: str = ""
    date: str = ""
    owner: str = ""
    confidentiality: str = ""
    watermark: str = ""
    mark: str = ""

    @property
    def foot(self) -> str:
        """The words at the left foot of each page: the edition, and whose copy it is if marked."""
        return " · ".join(filter(None, (self.edition_name, self.mark)))


@dataclass(frozen=True, slots=True)
class Labels:
    """Words of the frame in the handbook's language."""

    contents: str
    page: str
    of: str
    figure: str
    table: str
    continued: str
    notes: str
    tones: tuple[tuple[str, str], ...]  # ("note", "Note"), …


@dataclass(frozen=True, slots=True)
class Edition:
    """One handbook for one reader; `language` is a language tag such as "en-GB".

    `shown` are the ids of the chapters and of their sections that are laid out, with the numbers
    they have in the whole; empty for the whole with its cover and contents.
    """

    language: str
    cover: Cover
    brand: Brand
    labels: Labels
    front: tuple[Chapter, ...]
    chapters: tuple[Chapter, ...]
    back: tuple[Chapter, ...] = ()
    assets: tuple[Asset, ...] = field(default=())
    shown: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the finished file calls itself: the title of its cover and for whom it is."""
        return " – ".join(filter(None, (self.cover.title, self.cover.edition_name)))
