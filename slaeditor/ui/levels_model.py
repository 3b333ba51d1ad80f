"""All service levels side by side: their contract and what they include, line by line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity, default, field
from slaeditor.model.field import Field
from slaeditor.model.levels import LevelEntitlement, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.changes import Changes
from slaeditor.rules.inheritance import said_by
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import theme
from slaeditor.ui.cells import cell_value
from slaeditor.ui.grid_model import GridModel
from slaeditor.ui.grid_spec import GRIDS, LineKey
from slaeditor.ui.inherited import OWN_WORD
from slaeditor.ui.standings import Said

Index = QModelIndex | QPersistentModelIndex
FIELD, HEADING = "@", "#"
"""What the key of a line begins with that is a field of levels, or only a heading."""
FIELDS = (
    *("kind", "based_on", "ladder", "services", "calendar", "offer"),
    *("minimum_term", "notice", "renewal", "valid_from", "valid_to", "floor_price"),
)
CONTRACT, INCLUDED = "The level", "Included"


class LevelsModel(GridModel):
    """Fields of levels, then entitlements by group; a level's own word or what it inherits."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, LevelEntitlement, GRIDS["LevelEntitlement"], parent)

    def _read(self) -> None:
        super()._read()
        project = self.session.project
        own = tuple((f"{FIELD}{name}",) for name in FIELDS)
        self.lines = ((f"{HEADING}{CONTRACT}",), *own, *_grouped(project, self.lines))

    def name_at(self, line: int) -> str:
        """The name of the field of levels in a line, or nothing for an entitlement."""
        key = self.lines[line][0]
        return key[1:] if key.startswith(FIELD) else ""

    def is_heading(self, line: int) -> bool:
        """Whether a line only says what follows."""
        return self.lines[line][0].startswith(HEADING)

    def level_at(self, index: Index) -> ServiceLevel:
        """The level of a cell; a blank one where it has just gone and its column has not yet."""
        key = self.columns[index.column()]
        return self.session.project.service_levels.get(key) or ServiceLevel(id=key)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be typed into."""
        if index.isValid() and self.is_heading(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What stands at lines and columns; groups are bold."""
        if orientation == Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)
        key = self.lines[section][0]
        if role == Qt.ItemDataRole.FontRole and self.is_heading(section):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.DisplayRole and key[:1] in {FIELD, HEADING}:
            name = self.name_at(section)
            return field(ServiceLevel, name).label if name else key[1:]
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; a heading has none."""
        if index.isValid() and index.row() < len(self.lines) and self.is_heading(index.row()):
            paper = role == Qt.ItemDataRole.BackgroundRole
            return QColor(theme.colour("window")) if paper else None
        return super().data(index, role)

    def depends_on(self, made: Changes) -> bool:
        """Any field of a level may name any record."""
        return bool(made)

    def name_of(self, index: Index) -> str:
        """What a cell is called, such as "Notice · Gold"."""
        line = self.headerData(index.row(), Qt.Orientation.Vertical)
        return f"{line} · {title(self.session.project, self.level_at(index))}"

    def field_at(self, index: Index) -> Field:
        """The field a cell shows."""
        name = self.name_at(index.row())
        return field(ServiceLevel, name) if name else self.value

    def rows_at(self, index: Index) -> tuple[Entity, ...]:
        """The level itself where it says something in the field, else its entitlement."""
        name = self.name_at(index.row())
        if name:
            level = self.level_at(index)
            silent = name not in OWN_WORD and getattr(level, name) == default(ServiceLevel, name)
            return () if silent and self.inherited(index)[0] else (level,)
        return () if self.is_heading(index.row()) else tuple(super().rows_at(index))

    def plain(self, index: Index) -> Entity | None:
        """The record a cell edits."""
        if self.name_at(index.row()):
            return next(iter(self.rows_at(index)), None)
        return super().plain(index)

    def looked_up(self, index: Index) -> Said | None:
        """What a level takes from the one it is based on."""
        name = self.name_at(index.row())
        if not name:
            return None if self.is_heading(index.row()) else super().looked_up(index)
        level = self.level_at(index)
        if name in OWN_WORD or not level.based_on:
            return None
        silent = level.but(**{name: default(ServiceLevel, name)})
        teller = said_by(self.session.project.put(silent), silent, name)
        if teller.id == level.id:
            return None
        return teller, title(self.session.project, teller)

    def with_words(self, project: Project, index: Index, words: str) -> Project:
        """Return a project in which a cell says these words."""
        name = self.name_at(index.row())
        if not name:
            return super().with_words(project, index, words)
        spec, key = self.field_at(index), self.columns[index.column()]
        typed = words.strip()
        usual = default(ServiceLevel, name)
        value = cell_value(project, spec, words, self.local) if typed else usual
        level = project.service_levels[key]
        return project.put(level.but(**{name: usual if value is None else value}))

    def forget(self, made: Changes) -> None:
        """Let go of unread words of levels that are others now, too."""
        super().forget(made)
        changed = {c.row.id: c.fields for c in made if isinstance(c.row, ServiceLevel)}
        for line, column in list(self.unread):
            if line[0][:1] == FIELD and line[0][1:] in changed.get(column, ()):
                self.unread.pop((line, column))


def _grouped(project: Project, lines: tuple[LineKey, ...]) -> tuple[LineKey, ...]:
    """The entitlements under headings of their groups, in the order the groups come."""
    groups: dict[str, list[LineKey]] = {}
    for key in lines:
        row = project.entitlements.get(key[0])
        groups.setdefault((row.section if row else "") or INCLUDED, []).append(key)
    return tuple(key for name, keys in groups.items() for key in ((f"{HEADING}{name}",), *keys))
