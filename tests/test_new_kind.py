"""A new kind of record is three small edits, and then the whole program knows it.

The edits are made on a copy of the program: a class, its line in `Project`, and the schema of the
file that the program itself prints. Nothing else is touched.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
VEHICLE = '''
@entity("Vehicle", "Vehicles", icon="truck", area=Area.BACKING)
class Vehicle(Entity):
    """A car that takes our people to the client."""

    name: str = text("Number plate", readers=EVERYONE, required=True, default="")
    driver: str = reference("Driven by", to="Role", readers=STAFF, default="", needed=False)
    route: str = prose("Route", readers=EVERYONE, default="")
'''
TEXT = """
readers: everyone
document: {name: Fleet}
roles:
  driver: {name: Driver}
vehicles:
  van: {name: KX 51 ABC, driver: driver, route: From the depot to the clients of the day.}
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the first two edits made."""
    copy = tmp_path_factory.mktemp("program")
    for name in ("slaeditor", "resources"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    backing = copy / "slaeditor/model/backing.py"
    backing.write_text(backing.read_text("utf-8") + "\n" + VEHICLE, "utf-8")
    project = copy / "slaeditor/model/project.py"
    source = project.read_text("utf-8")
    source = source.replace(
        "    teams: Table", "    vehicles: Table[Vehicle] = _table()\n    teams: Table"
    )
    source = source.replace("backing import ", "backing import Vehicle, ", 1).replace(
        "import Vehicle, (", "import (Vehicle,"
    )
    project.write_text(source, "utf-8")
    return copy


def run(program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy."""
    environment = {**os.environ, "PYTHONPATH": str(program), "SLAEDITOR_DEBUG": "1"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=program,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def slaeditor(program: Path, *words: str) -> str:
    """Run a verb in the copy and return what it says."""
    done = run(program, "-m", "slaeditor", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_forgotten_third_edit_is_named_with_its_cure(program: Path) -> None:
    said = run(
        program,
        "-c",
        "from slaeditor.storage.schema import *; "
        "print(*differences(declared_schema(), schema(FORMAT)), CURE, sep='\\n')",
    )
    assert 'vehicles: missing CREATE TABLE "vehicles" (' in said.stdout
    assert "python -m slaeditor.storage.schema" in said.stdout


def test_after_three_edits_the_record_goes_all_the_way(program: Path, tmp_path: Path) -> None:
    schema = run(program, "-m", "slaeditor.storage.schema").stdout
    (program / "slaeditor/storage/schemas/v001.py").write_text(schema, "utf-8")
    text, file, other = tmp_path / "fleet.yaml", tmp_path / "fleet.sla", tmp_path / "other.sla"
    text.write_text(TEXT, "utf-8")

    slaeditor(program, "load", str(text), "-o", str(file))
    assert "KX 51 ABC" in slaeditor(program, "dump", str(file))

    text.write_text(slaeditor(program, "dump", str(file)).replace("KX 51", "LY 62"), "utf-8")
    slaeditor(program, "load", str(text), "-o", str(other))
    compared = run(program, "-m", "slaeditor", "diff", str(file), str(other))
    assert "LY 62 ABC" in compared.stdout

    for edition, driver in (("staff", True), ("client", False)):
        words = ("--edition", edition, "--format", "html", "-o", str(tmp_path))
        slaeditor(program, "export", str(file), *words)
        (page,) = tmp_path.glob(f"*-{edition}.html")
        printed = page.read_text("utf-8")
        assert "From the depot to the clients of the day." in printed
        assert ("Driven by" in printed) is driver
