"""Values in the cells of tables and grids: shown, typed, chosen and pasted as words."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from slaeditor.model import kinds
from slaeditor.model.entity import Entity
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.names import title
from slaeditor.ui import theme
from slaeditor.ui.editors.choices import NOTHING
from slaeditor.ui.icons import severity_icon
from slaeditor.ui.locale_words import LocaleWords

Index = QModelIndex | QPersistentModelIndex
SPEC = Qt.ItemDataRole.UserRole + 10
"""The role under which a model tells the field of a cell."""
TROUBLE = Qt.ItemDataRole.UserRole + 11
"""The role under which a model tells why words were not taken."""
SEVERITY = Qt.ItemDataRole.UserRole + 12
"""The role under which a model tells how bad the worst finding in a cell is."""
DISPLAY = Qt.ItemDataRole.DisplayRole
LOOK = (
    Qt.ItemDataRole.FontRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.BackgroundRole,
    Qt.ItemDataRole.TextAlignmentRole,
)
LINE_END = "\u2028"
"""What Qt breaks a line at in a cell."""
FALLBACK = Qt.ItemDataRole.UserRole + 13
"""The role under which a model tells what holds while a cell says nothing itself."""

CELL_LOOK = Qt.ItemDataRole.UserRole + 14
"""The role under which a model that keeps what it drew tells the whole `CellLook` of a cell."""


class CellLook(NamedTuple):
    """What is drawn of a cell; `sign` is the gravity of the worst that is wrong in it."""

    words: str
    sign: str
    font: QFont | None
    ink: QColor | None
    paper: QColor | None
    side: Qt.AlignmentFlag | None


def look_of(index: Index) -> CellLook:
    """Return what is drawn of a cell, as its model keeps it or as it answers role by role."""
    known = index.model().data(index, CELL_LOOK)
    return known if isinstance(known, CellLook) else looked_at(index)


def looked_at(index: Index) -> CellLook:
    """Return what a model says of a cell role by role; words not taken are in the ink of errors."""
    data = index.model().data
    font, ink, paper, side = (data(index, role) for role in LOOK)
    words, wrong = data(index, DISPLAY), data(index, TROUBLE)
    if wrong:
        ink = QColor(theme.colour("error"))
    sign = "error" if wrong else data(index, SEVERITY) or ""
    return CellLook(str(words or "").replace("\n", LINE_END), str(sign), font, ink, paper, side)


def cell_words(project: Project, row: Entity, spec: Field, local: LocaleWords) -> str:
    """Return what a cell shows of a field: names for references, labels for choices."""
    value = getattr(row, spec.name)
    if spec.to:
        found = (project.find(spec.to, key) for key in spec.targets(value))
        return ", ".join(title(project, one) for one in found if one is not None)
    if spec.choices is not None:
        return value.label if value is not None else ""
    if spec.kind is kinds.FLAG:
        return "Yes" if value else ""
    if spec.kind is kinds.CONTENT:
        return f"{len(value) / 1000:,.0f} kB" if value else ""
    return local.words(spec.kind, value)


def cell_value(project: Project, spec: Field, typed: str, local: LocaleWords) -> Any:
    """Return the value of words in a cell; raise `Unreadable` with a sentence.

    References are named by their titles, several with commas between them.
    """
    words = typed.strip()
    if spec.to:
        return _references(project, spec, "" if words == NOTHING else words)
    if spec.choices is not None:
        return spec.choices.parse(words) if words not in {"", NOTHING} else None
    if spec.kind is kinds.FLAG:
        return kinds.FLAG.parse(words or "no")
    return local.parse(spec, typed if spec.kind is kinds.PROSE else " ".join(typed.split()))


def _references(project: Project, spec: Field, words: str) -> Any:
    several = spec.kind is kinds.REFERENCES
    names = {title(project, row).casefold(): row.id for row in _table(project, spec)}
    if not several:
        return _named(names, words, spec) if words else ""
    if words.casefold() in names:
        return (names[words.casefold()],)
    listed = (part.strip() for part in words.split(","))
    return tuple(_named(names, part, spec) for part in listed if part)


def _table(project: Project, spec: Field) -> Any:
    return project.table(entity_named(spec.to))


def _named(names: dict[str, str], words: str, spec: Field) -> str:
    key = names.get(words.casefold())
    if key is None:
        plural = entity_named(spec.to).declaration.plural
        raise Unreadable(f"“{words}” is none of the {plural.lower()}; choose one from the list.")
    return key


def options(project: Project, spec: Field) -> list[str] | None:
    """Return the words to choose from in a cell, or None where anything may be typed."""
    if spec.choices is not None:
        return ([] if spec.required else [NOTHING]) + [one.label for one in spec.choices]
    if spec.kind is kinds.REFERENCE:
        return [NOTHING, *(title(project, row) for row in _table(project, spec))]
    if spec.kind is kinds.FLAG:
        return ["Yes", "No"]
    return None


class CellDelegate(QStyledItemDelegate):
    """Edits a cell in a line, or in a list where one is chosen; Enter and Tab go on.

    `typed` brings the cell and the words while somebody types into it.
    """

    typed = Signal(object, str)

    def __init__(self, project_of: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._project_of = project_of

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell."""
        spec: Field = index.data(SPEC)
        listed = options(self._project_of(), spec)
        if listed is None:
            line = QLineEdit(parent)
            line.setAccessibleName(spec.label)
            line.setFrame(False)
            line.setPlaceholderText(str(index.data(FALLBACK) or ""))
            line.textEdited.connect(_Typed(self, index))
            return line
        box = QComboBox(parent)
        box.setAccessibleName(spec.label)
        box.addItems(listed)
        box.activated.connect(_Commit(self, box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds; words that somebody is typing are left alone.

        So is the place in words that are the same as before.
        """
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(words or NOTHING), 0))
        elif isinstance(editor, QLineEdit) and not editor.isModified() and editor.text() != words:
            editor.setText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the model what was typed or chosen; it refuses what it cannot read."""
        words = ""
        if isinstance(editor, QComboBox):
            words = editor.currentText()
        elif isinstance(editor, QLineEdit):
            words = editor.text()
        model.setData(index, words, Qt.ItemDataRole.EditRole)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell on paper of the colour its model says; the style sheet would leave it out."""
        paper = look_of(index).paper
        selected = option.state & QStyle.StateFlag.State_Selected
        if paper is not None and not selected:
            painter.fillRect(option.rect, paper)
        super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Show words as the model says, and by a sign what is found to be wrong.

        The model is asked for what our models know, without the detour that Qt makes for each.
        """
        look = look_of(index)
        option.index = index if isinstance(index, QModelIndex) else QModelIndex()
        if look.words:
            option.text = look.words
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        _dress(option, look)
        if look.sign:
            option.icon = severity_icon(look.sign)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationPosition = QStyleOptionViewItem.Position.Right
            option.decorationSize = QSize(14, 14)


def _dress(option: QStyleOptionViewItem, look: CellLook) -> None:
    """Give a cell its letters, ink and side."""
    if look.font is not None:
        option.font = look.font.resolve(option.font)
        option.fontMetrics = QFontMetrics(option.font)
    if look.ink is not None:
        palette = option.palette
        palette.setColor(QPalette.ColorRole.Text, look.ink)
        option.palette = palette
    if look.side is not None:
        option.displayAlignment = look.side


class _Typed:
    """Passes on what is typed into a cell."""

    def __init__(self, delegate: CellDelegate, index: Index) -> None:
        self._delegate = delegate
        self._index = QPersistentModelIndex(index)

    def __call__(self, words: str) -> None:
        if self._index.isValid():
            self._delegate.typed.emit(self._index, words)


class _Commit:
    """Takes a choice from a list as soon as it is made."""

    def __init__(self, delegate: CellDelegate, box: QComboBox) -> None:
        self._delegate = delegate
        self._box = box

    def __call__(self, _at: int) -> None:
        self._delegate.commitData.emit(self._box)
        self._delegate.closeEditor.emit(self._box)


def locale_words() -> LocaleWords:
    """The words of the user's locale."""
    return LocaleWords(QLocale())
