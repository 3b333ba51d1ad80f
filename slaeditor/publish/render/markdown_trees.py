"""What is done to the tree of a Markdown text: headings, typesetting, directions, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from slaeditor.publish.render.allowed_html import BLOCKS, TURNED, may_link
from slaeditor.publish.render.direction import is_right_to_left
from slaeditor.publish.render.typography import typeset
from slaeditor.publish.trouble import ProseTrouble

_LAST_HEADING = 6
_NOT_TYPESET = {"code", "pre"}


class Headings(Treeprocessor):
    """Puts headings one level under the section, without skipping a level."""

    def __init__(self, below: int) -> None:
        """Begin one level under `below`."""
        super().__init__()
        self.below = below

    def run(self, root: Element) -> None:
        """Give headings their levels."""
        first, previous = 0, self.below
        for element in root.iter():
            if not re.fullmatch(r"h[1-6]", element.tag):
                continue
            level = int(element.tag[1])
            first = first or level
            wanted = max(self.below + 1, self.below + 1 + level - first)
            previous = min(wanted, previous + 1, _LAST_HEADING)
            element.tag = f"h{previous}"


class Typesetter(Treeprocessor):
    """Sets quotes, dashes and unbreakable spaces in the words, never in code."""

    def __init__(self, language: str) -> None:
        """Set as a language does."""
        super().__init__()
        self.language = language
        self.before = ""

    def run(self, root: Element) -> None:
        """Set all words but code."""
        self._visit(root)

    def _visit(self, element: Element) -> None:
        kept = element.tag in _NOT_TYPESET or element.get("href", "-") == element.text
        if not kept:
            element.text = self._set(element.text)
        for child in element:
            if not kept:
                self._visit(child)
            child.tail = self._set(child.tail)
        if element.tag in BLOCKS:
            self.before = ""

    def _set(self, text: str | None) -> str | None:
        if not text:
            return text
        done = typeset(text, self.language, self.before)
        self.before = text[-1]
        return done


class Directions(Treeprocessor):
    """Turns round what is read from the right."""

    def run(self, root: Element) -> None:
        """Say of each element in which direction it is read."""
        for element in root.iter():
            if element.tag in TURNED and is_right_to_left("".join(element.itertext())):
                element.set("dir", "rtl")


class Addresses(Treeprocessor):
    """Refuses links and pictures that a handbook may not hold."""

    def __init__(self, source: str, pictures: Mapping[str, str]) -> None:
        """Know the pictures of the edition; `source` names the text."""
        super().__init__()
        self.where = f"The text of {source}" if source else "A text"
        self.pictures = pictures

    def run(self, root: Element) -> None:
        """Raise ProseTrouble for an address that may not stand there."""
        for element in root.iter():
            if element.tag == "a" and not may_link(element.get("href", "")):
                raise ProseTrouble(
                    f"{self.where} links to {element.get('href', '')!r}.",
                    "Link to a web page (https://…) or a mail address (mailto:…).",
                )
            if element.tag == "img" and not self._known(element.get("src", "")):
                raise ProseTrouble(
                    f"{self.where} shows the picture {element.get('src', '')!r}, which the"
                    " project does not hold.",
                    "Add the picture to the project and insert it from there.",
                )

    def _known(self, address: str) -> bool:
        return address.startswith("asset:") and address.removeprefix("asset:") in self.pictures
