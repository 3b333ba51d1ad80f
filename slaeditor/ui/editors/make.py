"""Which editor belongs to which kind of field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from slaeditor.model import kinds
from slaeditor.model.field import Field
from slaeditor.session.session import Session
from slaeditor.ui.editors.any_record import AnyRecordEditor
from slaeditor.ui.editors.choices import ChoiceEditor, FlagEditor
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.picture import PictureEditor
from slaeditor.ui.editors.prose import ProseEditor
from slaeditor.ui.editors.references import ReferenceEditor, ReferencesEditor
from slaeditor.ui.editors.week import WeekEditor
from slaeditor.ui.editors.words import ColourEditor, DateEditor, WordsEditor, ZoneEditor

EDITORS: dict[str, Callable[[Field, Session, QWidget | None], Editor]] = {
    kinds.PROSE.name: ProseEditor,
    kinds.FLAG.name: FlagEditor,
    kinds.DATE.name: DateEditor,
    kinds.ZONE.name: ZoneEditor,
    kinds.COLOUR.name: ColourEditor,
    kinds.WEEK.name: WeekEditor,
    kinds.CONTENT.name: PictureEditor,
    kinds.REFERENCE.name: ReferenceEditor,
    kinds.REFERENCES.name: ReferencesEditor,
    "choice": ChoiceEditor,
}
"""The editors of kinds that are more than words on a line."""


def editor(spec: Field, session: Session, parent: QWidget | None = None) -> Editor:
    """Return a new editor for a field, best made where it will stand."""
    if spec.names_record:
        return AnyRecordEditor(spec, session, parent)
    return EDITORS.get(spec.kind.name, WordsEditor)(spec, session, parent)
