"""An answer is worked out anew while it is seen, and caught up with when it is seen again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from slaeditor.model.project import Project
from slaeditor.session.session import Session
from slaeditor.ui.following_answer import FollowingAnswer
from tests.builders import a_level


@pytest.fixture
def following(qtbot):
    """A session, a widget, and the count of its levels as the answer that follows it."""
    session, widget = Session(Project()), QWidget()
    told: list[int] = []
    qtbot.addWidget(widget)
    answer = FollowingAnswer(session, widget, lambda: lambda project: len(project.service_levels))
    answer.came.connect(told.append)
    yield session, widget, told
    session.close()


def add_level(session: Session) -> None:
    session.edit(session.project.add(a_level("Gold")), "Add a level")


def test_it_is_asked_for_when_it_is_first_seen(following, qtbot):
    _, widget, told = following
    widget.show()
    qtbot.waitUntil(lambda: told == [0])


def test_it_follows_the_project_while_it_is_seen(following, qtbot):
    session, widget, told = following
    widget.show()
    add_level(session)
    qtbot.waitUntil(lambda: told[-1:] == [1])


def test_what_changes_while_nobody_looks_is_asked_for_afterwards(following, qtbot):
    session, widget, told = following
    widget.show()
    qtbot.waitUntil(lambda: told == [0])
    widget.hide()
    add_level(session)
    add_level(session)
    assert told == [0]
    widget.show()
    qtbot.waitUntil(lambda: told == [0, 2])


def test_nothing_is_asked_of_a_session_that_is_over(following):
    session, widget, told = following
    session.close()
    widget.show()
    assert told == []
