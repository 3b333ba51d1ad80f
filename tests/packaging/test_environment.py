"""The virtual environment is complete exactly when its lock file was installed to the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from environment import Environment, last_line
from trouble import CannotSetUp


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("checkout")
    (root / "packaging").mkdir()
    for name in ("requirements.lock", "requirements-test.lock"):
        (root / "packaging" / name).write_text("# nothing is needed\n")
    return root


@pytest.fixture(scope="module")
def environment(root: Path) -> Environment:
    environment = Environment(root, with_tests=True)
    assert not environment.is_complete
    environment.set_up()
    return environment


def test_a_set_up_environment_is_complete(environment: Environment):
    assert environment.is_complete


def test_what_serves_the_tests_serves_the_program(environment: Environment, root: Path):
    assert Environment(root, with_tests=False).is_complete


def test_this_process_is_not_inside_another_environment(environment: Environment):
    assert not environment.is_entered


def test_a_changed_lock_file_asks_for_a_new_set_up(environment: Environment, root: Path):
    lock = root / "packaging" / "requirements.lock"
    words = lock.read_text()
    lock.write_text("# something else is needed\n")
    assert not Environment(root, with_tests=False).is_complete
    lock.write_text(words)
    assert Environment(root, with_tests=False).is_complete


def test_a_package_that_cannot_be_had_is_one_sentence(
    environment: Environment, root: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    lock = root / "packaging" / "requirements-test.lock"
    words = lock.read_text()
    lock.write_text(f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(CannotSetUp, match="connect to the network and start again") as caught:
        environment.set_up()
    assert "no-such-package" in str(caught.value)
    assert not environment.is_complete
    lock.write_text(words)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path):
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "requirements.lock").write_text("")
    (tmp_path / ".venv").write_text("a file stands in the way")
    with pytest.raises(CannotSetUp, match="could not make a virtual environment"):
        Environment(tmp_path, with_tests=False).set_up()


def test_the_last_line_with_words_is_the_complaint():
    assert last_line("Collecting\nERROR: no route to host\n\n") == "ERROR: no route to host"
