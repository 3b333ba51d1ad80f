"""Text as mappings, lists and words, each with its line: the part of YAML that the text form uses.

Every scalar stays the words that were written. Anchors, aliases, tags, several documents and
mappings as keys are refused, so that nothing can be hidden, repeated or made by a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import yaml

from slaeditor.exchange.trouble import Problem, Problems, TextFormTrouble

LONGEST = 64_000_000
"""Characters that a text may have."""
DEEPEST = 24
"""Mappings and lists that may stand inside each other."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SYNTAX = (
    "Put quotes around words that begin with > | @ ` % & * ! # [ ] { } , ? : - or that hold “: ”, "
    "and indent with spaces."
)


class Words(NamedTuple):
    """Words as they were written, whatever they look like."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names with what stands under each, in the order of the text."""

    line: int
    pairs: list[tuple[Words, Node]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Listing:
    """Items in the order of the text."""

    line: int
    items: list[Node] = field(default_factory=list)


Node: TypeAlias = Words | Mapping | Listing


@lru_cache(maxsize=65536)
def folded(words: str) -> str:
    """Return the form in which keys and names are compared.

    >>> folded("Service  Levels") == folded("service_levels") == folded("service-levels")
    True
    """
    return "-".join(part for part in re.split(r"[\s_-]+", words.casefold()) if part)


def read(text: str, problems: Problems) -> Mapping:
    """Return the mapping that a text is; an empty text is an empty mapping.

    Raises `TextFormTrouble` when it cannot be read at all; doubled keys are noted as problems.
    """
    text = text.removeprefix("\ufeff")
    _check_characters(text)
    try:
        root = _composed(yaml.parse(text, Loader=LOADER), problems)
    except yaml.MarkedYAMLError as error:
        raise _fatal(_line_of(error), f"{_problem(error)} {_SYNTAX}") from None
    if isinstance(root, Words) and not root.text:
        return Mapping(1)
    if not isinstance(root, Mapping):
        raise _fatal(root.line, "A project begins with names of tables, such as “document:”.")
    return root


def _problem(error: yaml.MarkedYAMLError) -> str:
    told = (error.problem or error.context or "it ends too early").strip().rstrip(".")
    return f"This is no readable YAML ({told})."


def _line_of(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark is not None else 1


def _fatal(line: int, sentence: str) -> TextFormTrouble:
    return TextFormTrouble((Problem(line, sentence),))


def _check_characters(text: str) -> None:
    if len(text) > LONGEST:
        raise _fatal(1, f"The text is longer than {LONGEST // 1_000_000} million characters.")
    found = _UNPRINTABLE.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise _fatal(line, f"There is a character that cannot be printed (U+{ord(found[0]):04X}).")


def _composed(events: Iterator[yaml.Event], problems: Problems) -> Node:
    """Build the tree of one document from the events of the parser, without recursion."""
    roots = Listing(1)
    open_: list[_Open] = [_Open(roots, problems)]
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            open_[-1].add(_words(event))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            open_.append(_Open(_opened(event, len(open_)), problems))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node = open_.pop().node
            open_[-1].add(node)
        elif isinstance(event, yaml.AliasEvent):
            raise _fatal(_line(event), "Aliases (*…) are not read; write the words again.")
        elif isinstance(event, yaml.DocumentStartEvent) and roots.items:
            raise _fatal(_line(event), "A second document (---) begins; a text holds one project.")
    return roots.items[0] if roots.items else Words("", 1)


def _opened(event: yaml.NodeEvent, depth: int) -> Mapping | Listing:
    _refuse_marks(event)
    if depth > DEEPEST:
        raise _fatal(_line(event), f"More than {DEEPEST} mappings and lists stand in each other.")
    mapping = isinstance(event, yaml.MappingStartEvent)
    return Mapping(_line(event)) if mapping else Listing(_line(event))


def _words(event: yaml.ScalarEvent) -> Words:
    """The words of a scalar; a block of lines (| or >) loses its last line end."""
    if event.anchor is not None or event.tag is not None:
        _refuse_marks(event)
    block = event.style in {"|", ">"}
    return Words(event.value.removesuffix("\n") if block else event.value, _line(event))


def _refuse_marks(event: yaml.NodeEvent) -> None:
    if event.anchor is not None:
        raise _fatal(_line(event), "Anchors (&…) are not read; write the words again.")
    if getattr(event, "tag", None) is not None:
        raise _fatal(_line(event), "Tags (!…) are not read; every value is plain words.")


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark is not None else 1


class _Open:
    """A mapping or list whose end has not come yet."""

    __slots__ = ("_key", "_problems", "_seen", "node")

    def __init__(self, node: Mapping | Listing, problems: Problems) -> None:
        self.node = node
        self._problems = problems
        self._key: Words | None = None
        self._seen: dict[str, int] = {}

    def add(self, child: Node) -> None:
        """Take the next item, or the next name or what stands under it."""
        if isinstance(self.node, Listing):
            self.node.items.append(child)
        elif self._key is None:
            self._key = self._checked(child)
        else:
            self.node.pairs.append((self._key, child))
            self._key = None

    def _checked(self, key: Node) -> Words:
        if not isinstance(key, Words):
            raise _fatal(key.line, "A list or mapping stands where a name must.")
        same = folded(key.text)
        if same in self._seen:
            told = f"“{key.text}” stands here a second time; the first is in line "
            self._problems.add(key.line, f"{told}{self._seen[same]}.")
        self._seen[same] = key.line
        return key
