"""Taking over the public holidays of a country: choose, see what comes and goes, then take it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QLocale, Qt, QTimeZone
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from slaeditor.exchange import public_holidays as known
from slaeditor.model import kinds
from slaeditor.model.calendars import Calendar, HolidaySet
from slaeditor.model.document import Document
from slaeditor.rules.public_holidays import Fate, HolidayChange, Origin, compared, taken_over
from slaeditor.session.background import Lane
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.dialog import Dialog, Role
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.locale_words import LocaleWords

WHOLE_COUNTRY = "Whole country"
CHANGE = Qt.ItemDataRole.UserRole + 1
SIGNS = {Fate.ADDED: "+", Fate.REMOVED: "−", Fate.KEPT: "="}
FARTHEST = 20
"""Years ahead that can be asked for; decrees reach no further."""


class HolidayDialog(Dialog):
    """Shows for a country, region and years which dates are added, removed and kept."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        listed: HolidaySet | None,
        calendar: Calendar | None = None,
    ) -> None:
        """Take holidays into a list, a new one where there is none, and name it at a calendar.

        A new list is read by whoever reads the calendar: hours without their holidays promise more.
        """
        super().__init__(
            parent,
            "Holidays of a country",
            "The dates are stored in this project and never change by themselves. "
            "Untick what should stay as it is.",
        )
        self.session = session
        self.listed = listed if listed is not None else _list_of(calendar)
        self.calendar = calendar
        self._local = LocaleWords()
        self._found: dict[date, str] = {}
        self._lane = Lane("holidays", self, newest_wins=True)
        self.country, self.region = _box("Country"), _box("Region")
        self.first, self.last = _year("First year", 0), _year("Last year", 1)
        self.list = QListWidget()
        self.sum = QLabel("Reading the list of holidays…")
        self.take = labels.button("Take over", primary=True)
        self.take.setEnabled(False)
        self._lay_out()
        self._connect()
        self._lane.ask(lambda _ticket: known.countries(), self._name_countries)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("&Country", self.country)
        form.addRow("&Region", self.region)
        years = QHBoxLayout()
        years.addWidget(self.first)
        until = QLabel("&to")
        until.setBuddy(self.last)
        years.addWidget(until)
        years.addWidget(self.last)
        years.addStretch()
        label = QLabel("&Years")
        label.setBuddy(self.first)
        form.addRow(label, years)
        self.column.addLayout(form)
        self.list.setAccessibleName("Dates that come and go")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumHeight(self.fontMetrics().height() * 16)
        self.column.addWidget(self.list, 1)
        self.sum.setWordWrap(True)
        self.column.addWidget(self.sum)
        cancel = labels.button("Cancel")
        cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.take_over)
        self.add_buttons((self.take, Role.AcceptRole), (cancel, Role.RejectRole))
        self.resize(self.fontMetrics().horizontalAdvance("n") * 70, self.sizeHint().height())

    def _connect(self) -> None:
        self.country.currentIndexChanged.connect(self._country_chosen)
        self.region.currentIndexChanged.connect(self.look)
        self.first.valueChanged.connect(self.look)
        self.last.valueChanged.connect(self.look)
        self.list.itemChanged.connect(self._count)
        self.finished.connect(self._end)

    def _end(self) -> None:
        self._lane.close()

    def _name_countries(self, codes: tuple[str, ...]) -> None:
        named = sorted((country_name(code), code) for code in codes)
        self.country.blockSignals(True)
        for name, code in named:
            self.country.addItem(name, code)
        usual = country_of(self._zone()) or QLocale.territoryToCode(QLocale.system().territory())
        stored = self._named_at(self.listed.country)
        at = stored if stored >= 0 else self.country.findData(usual)
        self.country.setCurrentIndex(max(at, 0))
        self.country.blockSignals(False)
        self._country_chosen()

    def _named_at(self, country: str) -> int:
        """The line of a country that is named in the handbooks' language or in ours; else -1."""
        codes = (str(self.country.itemData(at)) for at in range(self.country.count()))
        names = [known.country_name(code, self._language) for code in codes]
        return names.index(country) if country in names else self.country.findText(country)

    @property
    def _language(self) -> str:
        return str(self.session.project.the(Document).language.word)

    def _zone(self) -> str:
        own = self.calendar.time_zone if self.calendar is not None else ""
        return own or self.session.project.the(Document).time_zone

    def _country_chosen(self) -> None:
        code = str(self.country.currentData() or "")
        if code:
            self._lane.ask(lambda _ticket: known.regions(code), self._name_regions)

    def _name_regions(self, regions: Any) -> None:
        self.region.blockSignals(True)
        self.region.clear()
        self.region.addItem(WHOLE_COUNTRY, "")
        for code, name in sorted(regions.items(), key=lambda pair: pair[1]):
            self.region.addItem(name, code)
        self.region.setCurrentIndex(max(self.region.findText(self.listed.subdivision), 0))
        self.region.blockSignals(False)
        self.region.setEnabled(self.region.count() > 1)
        self.look()

    @property
    def years(self) -> range:
        """The years asked for."""
        first, last = sorted((self.first.value(), self.last.value()))
        return range(first, last + 1)

    def look(self) -> None:
        """Find the dates of what is chosen, beside the window."""
        country, region = str(self.country.currentData()), str(self.region.currentData() or "")
        years = self.years
        language = self._language
        self._lane.ask(
            lambda _ticket: known.public_holidays(country, region, years, language), self._show
        )

    def _show(self, found: dict[date, str]) -> None:
        self._found = found
        changes = compared(self.session.project, self.listed.id, found, self.years)
        self.list.blockSignals(True)
        self.list.clear()
        for change in changes:
            self.list.addItem(self._item(change))
        self.list.blockSignals(False)
        self._count()

    def _item(self, change: HolidayChange) -> QListWidgetItem:
        day = self._local.day_names()[change.on.weekday()]
        words = f"{SIGNS[change.fate]}  {day} {self._local.words(kinds.DATE, change.on)}"
        made = QListWidgetItem(f"{words}   {change.name}")
        made.setData(CHANGE, change)
        made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{change.fate}: {words} {change.name}")
        if change.fate is Fate.KEPT:
            made.setFlags(Qt.ItemFlag.ItemIsSelectable)
        else:
            made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            made.setCheckState(Qt.CheckState.Checked)
        return made

    def changes(self) -> list[HolidayChange]:
        """The changes that are ticked."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return [
            item.data(CHANGE)
            for item in items
            if item.data(CHANGE).fate is not Fate.KEPT
            and item.checkState() == Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        chosen = self.changes()
        added = sum(one.fate is Fate.ADDED for one in chosen)
        removed = len(chosen) - added
        kept = self.list.count() - len(chosen)
        self.sum.setText(f"{added} will be added, {removed} removed; {kept} stay as they are.")
        self.take.setEnabled(bool(chosen))
        parts = [f"add {added}"] * bool(added) + [f"remove {removed}"] * bool(removed)
        self.take.setText(", ".join(parts).capitalize() or "Nothing to take over")

    def take_over(self) -> None:
        """Take over what is ticked, as one step."""
        origin = Origin(
            known.country_name(str(self.country.currentData()), self._language),
            self.region.currentText() if self.region.currentData() else "",
            known.source(self._language),
            date.today(),  # noqa: DTZ011  the user's own day
        )
        project = taken_over(self.session.project, self.listed, self.changes(), origin)
        calendar = project.find(Calendar, self.calendar.id) if self.calendar else None
        if calendar is not None and self.listed.id not in calendar.holiday_sets:
            named = (*calendar.holiday_sets, self.listed.id)
            project = project.put(calendar.but(holiday_sets=named))
        first, last = self.years[0], self.years[-1]
        span = str(first) if first == last else f"{first}–{last}"
        self.session.edit(project, f"Take holidays of {origin.place} {span}")
        self.session.seal()
        self.accept()


def country_name(code: str) -> str:
    """Return what a country with a two-letter code is called.

    >>> country_name("DE")
    'Germany'
    """
    territory = QLocale.codeToTerritory(code)
    if territory == QLocale.Country.AnyTerritory:
        return code
    return QLocale.territoryToString(territory)


def _list_of(calendar: Calendar | None) -> HolidaySet:
    """A new list for the readers of a calendar."""
    return HolidaySet(readers=calendar.readers) if calendar is not None else HolidaySet()


def country_of(zone: str) -> str:
    """Return the two-letter code of the country a time zone lies in, "" where it lies in none.

    >>> country_of("Europe/Dublin")
    'IE'
    """
    return QLocale.territoryToCode(QTimeZone(zone.encode()).territory()) if zone else ""


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setMaxVisibleItems(16)
    teach(made)
    return made


def _year(name: str, later: int) -> QSpinBox:
    made = QSpinBox()
    this = date.today().year  # noqa: DTZ011  the user's own year
    made.setRange(this - FARTHEST, this + FARTHEST)
    made.setValue(this + later)
    made.setAccessibleName(name)
    teach(made)
    return made
