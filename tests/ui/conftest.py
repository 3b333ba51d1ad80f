"""What tests of the window start from: settings and state of their own, no preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from slaeditor.model.project import Project
from slaeditor.session.session import Session
from slaeditor.storage.document_file import save_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import State, state
from slaeditor.ui import theme
from slaeditor.ui.commands import EDITOR_COMMANDS
from slaeditor.ui.filing import document_of
from slaeditor.ui.program import Program
from slaeditor.ui.question_box import QuestionBox
from slaeditor.ui.window import Regions, Window, windows
from tests.builders import a_level


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The words with which the application begins in our style."""
    return ["slaeditor", *theme.STYLE]


@pytest.fixture
def kept(settings_of_its_own: None) -> State:
    return state()


@pytest.fixture
def program(qapp: QApplication, qtbot) -> Iterator[Program]:
    theme.of(qapp)
    made = Program(qapp)
    made.regions = made.regions._replace(preview=None)
    yield made
    for window in windows():
        document = document_of(window)
        if document is not None:
            window.document = None
            document.close()
        window.close()
    made.close_down()
    made.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(program: Program, qtbot) -> Window:
    made = program.open_window()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path: Path = tmp_path / "Gold.sla"
    save_file(Project().add(a_level("Gold")), path, Meta())
    return path


@pytest.fixture
def opened(program: Program, window: Window, gold: Path, qtbot) -> Window:
    program.documents.open(window, gold)
    qtbot.waitUntil(lambda: window.session is not None)
    return window


@pytest.fixture
def question(qtbot) -> Callable[[], QuestionBox]:
    """Waits for the question that is asked and returns it."""

    def asked() -> QuestionBox:
        def shown() -> list[QuestionBox]:
            found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QuestionBox)]
            return [one for one in found if one.isVisible()]

        qtbot.waitUntil(lambda: bool(shown()), timeout=10_000)
        return shown()[0]

    return asked


@pytest.fixture
def answer(question, qtbot) -> Callable[[str], None]:
    """Presses the button of these words in the question that is asked."""

    def press(words: str) -> None:
        buttons = {one.text().replace("&", ""): one for one in question().findChildren(QPushButton)}
        buttons[words].click()

    return press


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Numbers and dates as the English write them, whatever the machine thinks."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def looks(qapp: QApplication) -> theme.Theme:
    """Our looks, put on."""
    worn = theme.of(qapp)
    worn.want(theme.Wish.LIGHT)
    return worn


@pytest.fixture
def editing(qtbot, looks) -> Iterator[Callable[..., Window]]:
    """What shows a project in a window without files, and returns the window."""
    shown: list[Window] = []

    def open_(project: Project | None = None) -> Window:
        made = Window(Regions(EDITOR_COMMANDS))
        shown.append(made)
        made.resize(1280, 800)
        made.open_session(Session(project), "Test.sla")
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    yield open_
    for made in shown:
        if isValid(made):
            made.close()
    QApplication.processEvents()
