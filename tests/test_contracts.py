"""Every import contract is seen to break, alone, on one import that it forbids."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}

# Contract, what is wrong, and the modules that nobody imports in which it stands.
BREACHES = [
    ("layers", "a neighbour is known", {"storage/stray.py": "import slaeditor.publish"}),
    ("layers", "a layer above is known", {"session/stray.py": "import slaeditor.cli"}),
    ("layers", "a module has no layer", {"stray.py": "VALUE = 1"}),
    ("pure", "the model reads the environment", {"model/stray.py": "import os"}),
    ("pure", "a rule opens a file", {"rules/stray.py": "from pathlib import Path"}),
    ("pure", "a rule renders Markdown", {"rules/stray.py": "import markdown"}),
    (
        "renderers",
        "a renderer knows the model",
        {"publish/render/stray.py": "import slaeditor.model"},
    ),
    ("renderers", "a renderer knows rules", {"publish/render/stray.py": "import slaeditor.rules"}),
    (
        "renderers",
        "a renderer cuts",
        {"publish/render/stray.py": "import slaeditor.publish.edition"},
    ),
    ("sqlite", "an import reads SQLite", {"exchange/stray.py": "import sqlite3"}),
    ("sqlite", "the window reads SQLite", {"ui/stray.py": "import sqlite_utils"}),
    ("qt", "storage knows Qt", {"storage/stray.py": "from PySide6.QtCore import QObject"}),
    ("screenless", "a verb opens a window", {"cli": "import slaeditor.session"}),
    ("screenless", "a verb draws", {"cli": "from PySide6.QtGui import QImage"}),
    (
        "cycles",
        "two modules need each other",
        {
            "rules/stray.py": "import slaeditor.rules.stranger",
            "rules/stranger.py": "import slaeditor.rules.stray",
        },
    ),
]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "slaeditor", tmp_path / "slaeditor", ignore=caches)
    return tmp_path


def broken_contracts(checkout: Path) -> set[str]:
    run = subprocess.run(
        [LINT_IMPORTS, "--no-cache"], cwd=checkout, capture_output=True, text=True, check=False
    )
    verdicts = dict(re.findall(r"^(.+) (KEPT|BROKEN)$", run.stdout, re.MULTILINE))
    assert set(verdicts) == set(CONTRACTS.values()), run.stdout + run.stderr
    return {name for name in CONTRACTS if verdicts[CONTRACTS[name]] == "BROKEN"}


def place(checkout: Path, module: str, line: str) -> None:
    package = checkout / "slaeditor"
    if module == "cli":
        module = "cli/stray.py" if (package / "cli").is_dir() else "cli.py"
    with (package / module).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def test_the_program_as_it_is_keeps_every_contract(checkout: Path):
    assert broken_contracts(checkout) == set()


@pytest.mark.parametrize(
    ("contract", "modules"), [(b[0], b[2]) for b in BREACHES], ids=[b[1] for b in BREACHES]
)
def test_a_breach_breaks_its_contract_alone(checkout: Path, contract: str, modules: dict[str, str]):
    for module, line in modules.items():
        place(checkout, module, line)
    assert broken_contracts(checkout) == {contract}


def test_every_contract_has_a_breach_that_proves_it():
    assert {contract for contract, _, _ in BREACHES} == set(CONTRACTS)
