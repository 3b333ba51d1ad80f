"""Covers of the three editions beside each other, colours and typefaces to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slaeditor.model.document import Document, Look
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.document import Brand, Theme
from slaeditor.publish.document import Cover as Words
from slaeditor.publish.render.colour import contrast, ink_on, palette
from slaeditor.publish.render.themes import families
from slaeditor.ui import labels
from slaeditor.ui.blocks import card
from slaeditor.ui.card import Card
from slaeditor.ui.document.cover_view import CoverView
from slaeditor.ui.document.swatch import Swatch
from slaeditor.ui.document.typefaces import load_typefaces
from slaeditor.ui.dressing import FACTOR

COLOURS = {
    "Blue": "#0b5c8a",
    "Teal": "#0f5b66",
    "Green": "#1b6e3c",
    "Plum": "#6d28a8",
    "Wine": "#8a1f3d",
    "Rust": "#9a3412",
    "Slate": "#33415c",
    "Ink": "#1b1f24",
}
"""Colours that print well and can be read with white words on them."""
ENOUGH = 4.5
"""Contrast from which on words can be read (WCAG 2.2, 1.4.3)."""


def contrast_words(accent: str) -> str:
    """Return how well words on the colour can be read, and what the handbook does about it."""
    found = contrast(accent, ink_on(accent))
    words = "white" if ink_on(accent) == "#ffffff" else "dark"
    told = f"Contrast {found:.1f} : 1 with {words} words on the cover"
    if found < ENOUGH:
        return f"{told}, too little to read; the cover is printed in {palette(accent, '').cover}."
    if palette(accent, "").accent != accent:
        return f"{told}; on white paper heads are printed darker, in {palette(accent, '').accent}."
    return f"{told}: easy to read."


class LooksPanel(QWidget):
    """Shows three covers; `wanted` brings the name of a field of the document and its value."""

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brand = Brand()
        self._logo = b""
        self.covers = {reader: CoverView(self) for reader in Reader}
        self.contrast = labels.muted("")
        self.swatches = {name: self._swatch(name, shade) for name, shade in COLOURS.items()}
        self.samples = {look: self._sample(look) for look in Look}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card("How it looks", self._content()))

    def _content(self) -> QVBoxLayout:
        covers = QHBoxLayout()
        covers.setSpacing(14)
        for one in self.covers.values():
            covers.addWidget(one)
        covers.addStretch()
        shades = QHBoxLayout()
        shades.setSpacing(6)
        shades.addWidget(QLabel("Brand colour"))
        for swatch in self.swatches.values():
            shades.addWidget(swatch)
        shades.addStretch()
        samples = QGridLayout()
        samples.setHorizontalSpacing(10)
        for column, sample in enumerate(self.samples.values()):
            samples.addWidget(sample, 0, column)
        content = QVBoxLayout()
        content.setSpacing(10)
        content.addLayout(covers)
        content.addLayout(shades)
        content.addWidget(self.contrast)
        content.addLayout(samples)
        return content

    def _swatch(self, name: str, shade: str) -> Swatch:
        made = Swatch(shade, self)
        made.setAccessibleName(f"{name}, {shade}")
        made.setToolTip(f"{name} ({shade})")
        made.clicked.connect(_Pressed(self, "accent", shade))
        return made

    def _sample(self, look: Look) -> QPushButton:
        load_typefaces(Theme(look.word))
        family = families(Theme(look.word))
        name, _, rest = look.label.partition(":")
        inside = QVBoxLayout()
        inside.setContentsMargins(10, 6, 10, 8)
        inside.setSpacing(0)
        for words, face, factor in (
            (name, family.sans, 1.0),
            ("What we promise, and how", family.text, 1.15),
            (rest.strip(), family.sans, 0.9),
        ):
            inside.addWidget(_in_face(words, face, factor))
        made = Card(look.label, inside, "choice")
        made.setCheckable(True)
        made.clicked.connect(_Pressed(self, "look", look))
        return made

    def show_project(self, project: Project) -> None:
        """Mark the colour and typefaces of a project; its covers follow by `show_covers`."""
        document = project.the(Document)
        look = Brand(document.accent or Brand().accent, Theme(document.look.word))
        self._brand = look
        picture = project.pictures.get(document.logo)
        self._logo = picture.picture if picture else b""
        self.contrast.setText(contrast_words(look.accent))
        for name, swatch in self.swatches.items():
            swatch.setChecked(COLOURS[name] == look.accent.casefold())
        for one, sample in self.samples.items():
            sample.setChecked(one is document.look)

    def show_covers(self, words: Mapping[Reader, Words]) -> None:
        """Draw the covers with these words."""
        for reader, view in self.covers.items():
            view.show_cover(words[reader], self._brand, self._logo)


class _Pressed:
    """What a swatch or sample calls."""

    def __init__(self, panel: LooksPanel, name: str, value: object) -> None:
        self._panel = panel
        self._name = name
        self._value = value

    def __call__(self) -> None:
        self._panel.wanted.emit(self._name, self._value)


def _in_face(words: str, face: str, factor: float) -> QLabel:
    made = QLabel(words)
    font = QFont(face)
    font.setPointSizeF(made.font().pointSizeF() * factor)
    made.setProperty(FACTOR, factor)
    made.setFont(font)
    made.setWordWrap(True)
    return made
