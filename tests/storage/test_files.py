"""The calls to the file system stand in one module, so that a test can let each of them fail."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import slaeditor.storage

FOLDER = Path(slaeditor.storage.__path__[0])
ALLOWED = {"files.py": "all of them", "processes.py": "looks at processes", "state.py": "environ"}
PURE = {"strerror", "fsencode", "environ", "name", "stat_result"}
EFFECTS = {
    *("write_text", "write_bytes", "read_text", "read_bytes", "unlink", "mkdir", "rmdir"),
    *("touch", "chmod", "symlink_to", "hardlink_to", "iterdir", "rglob", "glob", "stat", "lstat"),
    *("exists", "is_file", "is_dir", "resolve", "rmtree", "copytree", "copyfile"),
}


def calls(module: Path) -> list[str]:
    """Return the calls of a module that reach the file system."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [ast.unparse(call) for call in called if reaches(call)]


def reaches(call: ast.expr) -> bool:
    if isinstance(call, ast.Name):
        return call.id == "open"
    if not isinstance(call, ast.Attribute):
        return False
    owner = ast.unparse(call.value)
    if owner == "os":
        return call.attr not in PURE
    return call.attr in EFFECTS and not owner.endswith(("files", "present"))


@pytest.mark.parametrize("module", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.name)
def test_no_other_module_touches_the_file_system(module: Path):
    assert module.name in ALLOWED or calls(module) == []


def test_the_scan_sees_what_it_looks_for():
    assert "os.open" in calls(FOLDER / "files.py")
    assert "path.unlink" in calls(FOLDER / "files.py")
