"""What the platform's dialogs are asked, and what is made of their answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from slaeditor.ui import asking

KINDS = "SLA Editor projects (*.sla);;All files (*)"


@pytest.fixture
def answers(qapp, monkeypatch):
    """Let the dialog give answers one after the other, and note what it was asked."""
    given: list[str] = []
    asked: list[tuple[str, str]] = []

    def answered(_parent, caption, suggested, _kinds):
        asked.append((caption, suggested))
        return given.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answered)
    return given, asked


def saved_to() -> str:
    return asking.path_to_save(QWidget(), "Save as", "Gold.sla", KINDS)


def test_the_suffix_is_added_to_what_was_typed(answers, tmp_path: Path):
    answers[0].append(str(tmp_path / "Gold 2.0"))
    assert saved_to() == str(tmp_path / "Gold 2.0.sla")


def test_a_file_whose_name_comes_of_the_suffix_is_asked_for_once_more(answers, tmp_path: Path):
    (tmp_path / "Gold.sla").touch()
    answers[0].extend([str(tmp_path / "Gold"), str(tmp_path / "Gold.sla")])
    assert saved_to() == str(tmp_path / "Gold.sla")
    assert answers[1][1] == ("There is a file “Gold.sla” already", str(tmp_path / "Gold.sla"))


def test_a_second_thought_saves_nothing(answers, tmp_path: Path):
    (tmp_path / "Gold.sla").touch()
    answers[0].extend([str(tmp_path / "Gold"), ""])
    assert saved_to() == ""


def test_a_whole_name_was_asked_for_by_the_dialog(answers, tmp_path: Path):
    (tmp_path / "Gold.SLA").touch()
    answers[0].append(str(tmp_path / "Gold.SLA"))
    assert saved_to() == str(tmp_path / "Gold.SLA")
