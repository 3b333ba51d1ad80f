"""The overview: what to do next, what holds, what is wrong, what changed, what runs out."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from slaeditor.exchange.changed_since import RAISE, Since, changed_since, unraised
from slaeditor.model import kinds
from slaeditor.model.document import Document
from slaeditor.model.project import entity_named, table_name
from slaeditor.rules.changes import Changes
from slaeditor.rules.expiry import Ending, endings
from slaeditor.rules.holding import Verdict, verdicts
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.blocks import Tall, card, scrolled
from slaeditor.ui.findings_panel import nothing_found, where
from slaeditor.ui.following_answer import FollowingAnswer, Question
from slaeditor.ui.hold_page import verdict_leads
from slaeditor.ui.icons import icon, severity_icon
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.next_step import CHECKING, Advice, NextStep, Step, next_step, step_in_copy
from slaeditor.ui.page import Page
from slaeditor.ui.parts import plural
from slaeditor.ui.place import Place
from slaeditor.ui.today import today
from slaeditor.ui.way import Lead, Ways

WAY = (
    Step("Document", "What it is called, whose it is and how it looks"),
    Step("Service", "What you offer"),
    Step("ServiceLevel", "The packages clients buy"),
    Step("Calendar", "When the clock runs"),
    Step("Severity", "How bad it can be"),
    Step("Measure", "What is observed"),
    Step("Target", "What is promised"),
    Step("PricePlan", "What it costs"),
    Step("Role", "Who takes part"),
    Step("Assignment", "Who does what"),
    Step("MethodStep", "How it is done, step by step"),
    Step("EscalationPolicy", "What happens when it is late"),
    Step("Compensation", "What is owed when it is missed"),
)
"""The parts an agreement needs, in the order in which they are best written."""
SOON = timedelta(days=90)
MOST = 4
LETTERS_FOR_TWO = 112
"""From so many letters of width on, two columns stand side by side."""


class OverviewPage(Page):
    """The first page of a project; every line leads to its place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self.heading = labels.title("")
        self.subtitle = labels.muted("")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximum(len(WAY))
        self.next = NextStep()
        self.next.wanted.connect(self.wanted)
        self._parts, self._holds, self._findings, self._since, self._endings = (
            self._ways() for _ in range(5)
        )
        self._lay_out()
        self._following = FollowingAnswer(session, self, _question)
        self._following.asked.connect(self._refresh)
        self._following.came.connect(self._take)
        session.checked.connect(self._following.ask_if_seen)
        self._following.ask()

    def _lay_out(self) -> None:
        self._left, self._right = QWidget(), QWidget()
        _column(self._left, card("The way to a complete agreement", self._parts))
        _column(
            self._right,
            card("Does it hold?", self._holds),
            card("Findings", self._findings),
            card("Since the last revision", self._since),
            card("Runs out or is due", self._endings),
        )
        page = Tall()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addLayout(self._under())
        column.addWidget(self.next)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column.addLayout(self._grid)
        column.addStretch()
        self._arranged: tuple[bool, bool] | None = None
        self._arrange(two=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        area = scrolled(page)
        page.setMaximumWidth(page.fontMetrics().horizontalAdvance("n") * 170)
        layout.addWidget(area)

    def _under(self) -> QHBoxLayout:
        self.progress.setAccessibleName("Parts begun")
        self.progress.setProperty("kind", "thin")
        self.progress.setFixedWidth(self.fontMetrics().horizontalAdvance("n") * 24)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.subtitle, 1)
        row.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns side by side where there is room."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("n")
        self._arrange(two=event.size().width() >= LETTERS_FOR_TWO * letter)

    def _arrange(self, *, two: bool) -> None:
        """Put the columns beside each other, or below: the way first while it is not gone."""
        arranged = (two, self.progress.value() == len(WAY))
        if arranged == self._arranged:
            return
        self._arranged = arranged
        top = Qt.AlignmentFlag.AlignTop
        both = (self._left, self._right)
        first, second = both if two or not arranged[1] else both[::-1]
        self._grid.addWidget(first, 0, 0, top)
        self._grid.addWidget(second, 0 if two else 1, 1 if two else 0, top)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 5 if two else 0)

    def shows(self, changes: Changes) -> bool:
        """A change is never seen here, only counted."""
        return not changes

    def _refresh(self) -> None:
        """Bring up to date what needs no working out."""
        project = self.session.project
        document = project.the(Document)
        self.heading.setText(document.name or "Untitled agreement")
        done = sum(one.is_done(project) for one in WAY)
        parts = (
            document.organisation,
            f"version {document.version}" if document.version else "",
            document.status.label.lower() if document.status else "",
            f"{done} of {len(WAY)} parts begun",
        )
        self.subtitle.setText(" · ".join(one for one in parts if one))
        self.progress.setValue(done)
        self.progress.setVisible(done < len(WAY))
        self._arrange(two=self._arranged is None or self._arranged[0])
        self.next.show_step(self._advice())
        self._show_parts()
        self._show_findings()
        self._show_endings()

    def _advice(self) -> Advice:
        if self.session.reader is not None:
            return step_in_copy(self.session.reader)
        advice = next_step(self.session.project, WAY, self.session.found.open)
        begun = all(one.is_done(self.session.project) for one in WAY)
        return CHECKING if begun and not self.session.is_checked else advice

    def _take(self, answer: tuple[tuple[Verdict, ...], Since | None]) -> None:
        found, since = answer
        if self.session.reader is None:
            self._holds.show_leads(verdict_leads(found))
        else:
            only = "Only the whole document can tell; a copy has parts of it."
            self._holds.show_leads((), only)
        self._since.show_leads(self._since_leads(since))

    def _ways(self) -> Ways:
        made = Ways()
        made.chosen.connect(self.wanted)
        return made

    def _show_parts(self) -> None:
        project = self.session.project
        following = next((one for one in WAY if not one.is_done(project)), None)
        self._parts.show_leads(self._part(one, is_next=one is following) for one in WAY)

    def _part(self, step: Step, *, is_next: bool) -> Lead:
        kind = entity_named(step.name)
        count = step.count(self.session.project)
        done = step.is_done(self.session.project)
        names = ("circle-check", "ok") if done else ("circle", "muted")
        picture = icon("circle-dot", "accent") if is_next else icon(*names)
        words = f"{kind.declaration.plural} ({count})" if count else kind.declaration.plural
        beside = "Next" if is_next else ""
        place = Place(table_name(kind))
        return Lead(picture, words, step.sentence, place, beside, is_next)

    def _show_findings(self) -> None:
        found, local = self.session.found.open, LocaleWords()
        leads = [
            Lead(
                severity_icon(str(one.severity)),
                local.finding(one.sentence),
                where(self.session.project, one),
                Place(one.table, one.row, one.field),
            )
            for one in found[:MOST]
        ]
        more = f"{len(found) - MOST} more in the panel of findings below."
        last = "" if found else nothing_found(self.session)
        self._findings.show_leads(leads, more if len(found) > MOST else last)

    def _since_leads(self, since: Since | None) -> list[Lead]:
        place = Place("revisions")
        if since is None:
            words = "No revision is frozen yet."
            more = "Freeze one when you publish; from then on you see here what changed."
            return [Lead(icon("history", "muted"), words, more, place)]
        if since.trouble:
            return [Lead(icon("triangle-alert", "warning"), since.trouble, "", place)]
        if not since.counts:
            words = f"Nothing changed since {since.label}."
            return [Lead(icon("circle-check", "ok"), words, "", place)]
        differing = [
            Lead(
                icon("file-diff", "muted"), f"{plural(table)}: {_counted(count)}", "", Place(table)
            )
            for table, count in since.counts[:MOST]
        ]
        return [*self._same_version(since), *differing]

    def _same_version(self, since: Since) -> list[Lead]:
        """That handbooks bear the version of a state from which they differ, if they do."""
        document = self.session.project.the(Document)
        words = unraised(self.session.project, since)
        place = Place("document", document.id, "version")
        return [Lead(icon("triangle-alert", "warning"), words, RAISE, place)] if words else []

    def _show_endings(self) -> None:
        found = endings(self.session.project, today(), SOON)
        last = "" if found else "Nothing within the next 90 days."
        more = f"And {len(found) - MOST} more."
        leads = [self._ending(one) for one in found[:MOST]]
        self._endings.show_leads(leads, more if len(found) > MOST else last)

    def _ending(self, ending: Ending) -> Lead:
        past = ending.on < today()
        picture = icon("calendar-x" if past else "calendar-clock", "warning" if past else "muted")
        kind = ending.row.declaration
        name = title(self.session.project, ending.row)
        words = f"{kind.singular} “{name}”: {ending.field.label.lower()} {_day(ending.on)}"
        place = Place(table_name(type(ending.row)), ending.row.id, ending.field.name)
        return Lead(picture, words, "", place, "Past" if past else "")


def _question() -> Question:
    on = today()
    return lambda project: (verdicts(project, on), changed_since(project))


def _column(widget: QWidget, *cards: QWidget) -> None:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for one in cards:
        layout.addWidget(one)


def _counted(count: int) -> str:
    return "1 record differs" if count == 1 else f"{count} records differ"


def _day(on: date) -> str:
    return LocaleWords().words(kinds.DATE, on)
