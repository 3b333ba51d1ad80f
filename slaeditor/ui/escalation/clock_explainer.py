"""The clock: choose a case and a moment, and see when it is due and when each step fires."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.clients import Client
from slaeditor.model.entity import field
from slaeditor.model.escalation import WorkedExample
from slaeditor.model.promises import Target
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.changes import Changes
from slaeditor.rules.clock_notes import notes
from slaeditor.rules.example_pauses import EXAMPLE
from slaeditor.rules.explanation import Explanation
from slaeditor.rules.explanation_words import sentences
from slaeditor.rules.inheritance import sold
from slaeditor.rules.instants import ClockError
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import labels, theme
from slaeditor.ui.choice_box import choice_box, offer
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.escalation.clocked_case import drawn, example_name, explained
from slaeditor.ui.figure_view import FigureView
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.place import Place

if TYPE_CHECKING:
    pass

QUIET = 120
"""Milliseconds of quiet after which the case is followed again."""
WIDTH = 34
"""Letters that fit into a field."""
FIELDS = ("starts", "paused_from", "paused_until")
BOXES = ("Client", "Service level", "Severity", "Measure")
ALL_MEASURES = "All that is promised"
NOBODY = "Any, without special deals"
FOR_ALL = "A worked example is for everybody at the level; choose no client to keep one."


class ClockExplainer(QWidget):
    """Follows one case through the clock, in a drawing and in sentences.

    `wanted` brings a place to go to, such as the worked example that was kept.
    """

    wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._local = LocaleWords()
        self.boxes = {name: choice_box(name) for name in BOXES}
        self.lines = {name: self._line(name) for name in FIELDS}
        self.further = QLineEdit()
        self.reason = QLineEdit()
        self.form = QFormLayout()
        self.trouble = QLabel()
        self.figure = FigureView()
        self.words = QLabel()
        self.keep = labels.button("Keep as a worked example", "lightbulb", primary=True)
        self.found: Explanation | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self.follow)
        self._lay_out()
        self._connect()
        self._offer()
        self._show_moment("starts", usual_start())
        self.follow()

    def _line(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(field(WorkedExample, name).label)
        made.setPlaceholderText("" if name == "starts" else "not paused")
        teach(made)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(self._asked())
        self.told = self._told()
        row.addWidget(self.told, 1)

    def _asked(self) -> QVBoxLayout:
        form = self.form
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setSpacing(6)
        for name, box in self.boxes.items():
            form.addRow(f"&{name}", box)
        letters = {"starts": "S&tarts", "paused_from": "&Paused from", "paused_until": "&until"}
        for name, line in self.lines.items():
            form.addRow(letters[name], line)
        self.further.setAccessibleName("Further pauses")
        self.further.setPlaceholderText(EXAMPLE)
        form.addRow("&Further pauses", self.further)
        self.reason.setAccessibleName("Reason of the pause")
        self.reason.setPlaceholderText("such as: waiting for the client")
        form.addRow("&Reason of the pause", self.reason)
        self.trouble.setWordWrap(True)
        theme.say(self.trouble, "role", "error")
        width = self.fontMetrics().horizontalAdvance("n") * WIDTH
        for one in (*self.boxes.values(), *self.lines.values(), self.further, self.reason):
            one.setFixedWidth(width)  # so that what is told beside it cannot push it about
        self.trouble.setFixedWidth(width)
        column = QVBoxLayout()
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addStretch()
        column.addWidget(self.keep)
        return column

    def _told(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName("The case in sentences")
        column.addWidget(self.figure)
        column.addWidget(self.words)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        area.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * 40)
        return area

    def _connect(self) -> None:
        self.boxes["Client"].activated.connect(self._take_level)
        for box in self.boxes.values():
            box.activated.connect(self._follow_soon)
        for line in (*self.lines.values(), self.further, self.reason):
            line.textEdited.connect(self._follow_soon)
            line.editingFinished.connect(self.follow)
        self.keep.clicked.connect(self.keep_example)
        self.session.changed.connect(self._changed)

    def _changed(self, _made: Changes) -> None:
        self._offer()
        self._follow_soon()

    def _follow_soon(self) -> None:
        self._quiet.start()

    def _offer(self) -> None:
        project = self.session.project
        measures = [(title(project, row), row.id) for row in project.measures]
        clients = [(title(project, row), row.id) for row in project.clients]
        self.form.setRowVisible(self.boxes["Client"], bool(clients))
        offered = {
            "Client": [(NOBODY, ""), *clients],
            "Service level": [(title(project, row), row.id) for row in sold(project)],
            "Severity": [("Any", ""), *((title(project, r), r.id) for r in project.severities)],
            "Measure": [(ALL_MEASURES, ""), *measures],
        }
        for name, rows in offered.items():
            offer(self.boxes[name], rows)
        severity = self.boxes["Severity"]
        if severity.currentIndex() == 0 and severity.count() > 1 and self.found is None:
            severity.setCurrentIndex(1)

    def _take_level(self) -> None:
        """Choose the level that the client has."""
        client = self.client()
        at = self.boxes["Service level"].findData(client.level) if client else -1
        if at >= 0:
            self.boxes["Service level"].setCurrentIndex(at)

    def client(self) -> Client | None:
        """Return whose case it is, if it is of one client with its special deals."""
        return self.session.project.clients.get(self._key("Client"))

    def choose(self, *, level: str = "", severity: str = "", measure: str = "") -> None:
        """Choose a case by ids; what is left empty stays as it is."""
        wanted = {"Service level": level, "Severity": severity, "Measure": measure}
        for name, key in wanted.items():
            at = self.boxes[name].findData(key) if key else -1
            if at >= 0:
                self.boxes[name].setCurrentIndex(at)
        self.follow()

    def choose_target(self, target: Target) -> None:
        """Choose the case of a target."""
        self.choose(level=target.level, severity=target.severity, measure=target.measure)

    def _key(self, name: str) -> str:
        return str(self.boxes[name].currentData() or "")

    def _show_moment(self, name: str, moment: datetime) -> None:
        self.lines[name].setText(self._local.words(field(WorkedExample, name).kind, moment))

    def example(self) -> WorkedExample:
        """Return what is asked as a worked example; raise `Unreadable` for no moment."""
        moments = {
            name: self._local.parse(field(WorkedExample, name), line.text())
            for name, line in self.lines.items()
        }
        return WorkedExample(
            name="",
            level=self._key("Service level"),
            severity=self._key("Severity"),
            further_pauses=" ".join(self.further.text().split()),
            pause_reason=self.reason.text().strip(),
            **moments,
        )

    def follow(self) -> None:
        """Follow the case through the clock and show it."""
        self._quiet.stop()
        self.found = None
        trouble = ""
        try:
            example = self.example()
            self.found = explained(self.session.project, example, self.client())
            self._show(example)
        except Unreadable as unreadable:
            trouble = unreadable.sentence
        except ClockError as late:
            trouble = late.sentence
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.told.setEnabled(not trouble)
        is_general = self.client() is None
        self.keep.setEnabled(self.found is not None and not trouble and is_general)
        self.keep.setToolTip("" if is_general else FOR_ALL)

    def _show(self, example: WorkedExample) -> None:
        found = self.found
        if found is None:
            self.figure.show_figure(None)
            self.words.setText("Add a service level first: its promises decide when a case is due.")
            return
        project = self.session.project
        only = self._key("Measure")
        figure = drawn(project, example, only, self.client())
        self.figure.show_figure(figure)
        parts = (
            ("", [f"{one.label}: {one.title}" for one in figure.moments] if figure else []),
            ("In words", sentences(project, found.about(only))),
            ("On the way", notes(project, found)),
        )
        self.words.setText("".join(_part(heading, told) for heading, told in parts if told))

    def keep_example(self) -> None:
        """Keep the case as a worked example of the handbook, as one step, and go to it."""
        example = self.example()
        named = example.but(name=example_name(self.session.project, example))
        self.session.edit(self.session.project.add(named), f"Keep worked example {named.name}")
        self.session.seal()
        self.wanted.emit(Place("worked_examples", named.id))


def usual_start() -> datetime:
    """Return the moment that stands there at first: this afternoon, in the hours' own time."""
    now = datetime.now()  # noqa: DTZ005  local time of the service hours, as it is typed
    return now.replace(hour=15, minute=30, second=0, microsecond=0)


def _part(heading: str, told: Sequence[str]) -> str:
    """A list under a heading as rich text; without one it is numbered as the drawing is."""
    kind = "ul" if heading else "ol"
    lines = "".join(f"<li>{escape(words)}</li>" for words in told)
    above = f"<p><b>{escape(heading)}</b></p>" if heading else ""
    return f'{above}<{kind} style="-qt-list-indent: 1; margin-left: -14px">{lines}</{kind}>'
