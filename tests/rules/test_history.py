"""Undo and redo are moves in a list of projects, whatever is done in between."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.history import History

GOLD = ServiceLevel(name="Gold")


def test_typing_is_one_step_and_leaving_the_field_ends_it() -> None:
    history = History(Project().add(GOLD))
    row = history.project.service_levels[GOLD.id]
    for name in ("P", "Pl", "Plus"):
        history = history.edit(history.project.put(row.but(name=name)), "Change name", GOLD.id)
    history = history.seal().edit(history.project.put(row.but(name="X")), "Change name", GOLD.id)
    assert len(history.done) == 2
    assert history.undo().project.service_levels[GOLD.id].name == "Plus"
    assert history.undo().undo().project.service_levels[GOLD.id].name == "Gold"


def test_typing_back_to_the_start_leaves_no_step() -> None:
    history = History(Project().add(GOLD))
    row = history.project.service_levels[GOLD.id]
    history = history.edit(history.project.put(row.but(name="Go")), "Change name", GOLD.id)
    history = history.edit(history.project.put(row), "Change name", GOLD.id)
    assert history.done == ()


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    project = Project().add(GOLD)
    assert History(project).edit(project, "Nothing").done == ()


def test_the_menu_is_told_what_it_would_undo() -> None:
    history = History(Project()).edit(Project().add(GOLD), "Add Gold")
    assert (history.undo_label, history.undo().redo_label) == ("Add Gold", "Add Gold")


class SnapshotMachine(RuleBasedStateMachine):
    """A history beside a plain list of snapshots: both always agree."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(Project())
        self.snapshots = [self.history.project]
        self.place = 0

    @rule(name=st.text("abc", min_size=1, max_size=3))
    def add(self, name: str) -> None:
        self._edited(self.history.project.add(ServiceLevel(name=name)))

    @precondition(lambda self: len(self.history.project.service_levels) > 0)
    @rule(name=st.text("abc", min_size=1, max_size=3))
    def rename(self, name: str) -> None:
        row = next(iter(self.history.project.service_levels))
        if row.name != name:
            self._edited(self.history.project.put(row.but(name=name)))

    @precondition(lambda self: len(self.history.project.service_levels) > 0)
    @rule()
    def remove(self) -> None:
        row = next(iter(self.history.project.service_levels))
        self._edited(self.history.project.drop(row))

    @rule()
    def undo(self) -> None:
        self.history = self.history.undo()
        self.place = max(0, self.place - 1)

    @rule()
    def redo(self) -> None:
        self.history = self.history.redo()
        self.place = min(len(self.snapshots) - 1, self.place + 1)

    def _edited(self, project: Project) -> None:
        self.history = self.history.edit(project, "Edit")
        self.snapshots = [*self.snapshots[: self.place + 1], project]
        self.place += 1

    @invariant()
    def the_project_is_the_snapshot(self) -> None:
        assert self.history.project == self.snapshots[self.place]


TestSnapshots = SnapshotMachine.TestCase
TestSnapshots.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def test_what_is_typed_after_typing_that_led_back_is_a_step_of_its_own():
    level = ServiceLevel(name="Gold")
    start = Project().add(level)
    one, two, three = (start.put(level.but(name=name)) for name in ("A", "B", "C"))
    history = History(start).edit(one, "Type", "name").seal()
    history = history.edit(two, "Type", "name").edit(one, "Type", "name")
    assert len(history.done) == 1
    history = history.edit(three, "Type", "name")
    assert history.undo().project == one
