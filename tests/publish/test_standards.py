"""Every edition, look and language is valid PDF/A-3a and PDF/UA-1 in the eyes of veraPDF and qpdf.

The handbooks are made short (`sampled`): every kind of block stays, of rows and sections only the
first, since validity hangs on what is laid out and not on how much of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from slaeditor.exchange.starters import starter
from slaeditor.model.document import Document, Language, Look
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish import printing
from slaeditor.publish.document import (
    Bullets,
    Chapter,
    Edition,
    Index,
    IndexEntry,
    IndexPlace,
    Paragraph,
    Prose,
)
from slaeditor.publish.edition.builder import edition
from tests.publish import editions as every_kind
from tests.publish import verapdf
from tests.publish.sampled import sampled

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.outlives,  # the other handbooks are made while a test looks at the first
]
AGENCY, SUPPORT = starter("agency").project(), starter("it-support").project()
WORKERS = 2


def looking(project: Project, look: Look, language: Language = Language.ENGLISH) -> Project:
    """The project with another look and language of its handbooks."""
    return project.put(project.the(Document).but(look=look, language=language))


def editions() -> dict[str, Edition]:
    """Every starter for every reader, every look, and German, by what each is."""
    made = {
        f"{name} for {reader}": edition(project, reader)
        for name, project in (("agency", AGENCY), ("support", SUPPORT))
        for reader in Reader
    }
    for look in (Look.MODERN, Look.READABLE):
        made[f"{look.word} look"] = edition(looking(AGENCY, look), Reader.CLIENT)
    german = looking(SUPPORT, Look.CLASSIC, Language.GERMAN)
    return made | {"German": edition(german, Reader.STAFF), "other scripts": other_scripts()}


def other_scripts() -> Edition:
    """An edition with letters and signs that only the fonts have that step in, and an index."""
    words = ("😀 ☎ ✈ ♞", "שלום עולם 24/7", "خدمة العملاء", "Việt Nam, ἀρχή, Қазақ")
    told = [*map(Paragraph, words), Bullets(words), Prose("**שלום**\n\n- אחד\n- שניים")]
    made = every_kind.edition(*told)
    index = Chapter("c-index", "Index", blocks=(_index(words),), numbered=False)
    return replace(made, back=(index,))


def _index(words: tuple[str, ...]) -> Index:
    return Index(tuple(IndexEntry(one, (IndexPlace("c-1", "1"),)) for one in words))


NAMES = tuple(editions())


class Handbooks:
    """The handbooks as files, made two at a time while the tests begin with the first."""

    def __init__(self, folder: Path, pool: ThreadPoolExecutor) -> None:
        self._folder = folder
        self._made = {
            name: pool.submit(printing.pdf, sampled(one)) for name, one in editions().items()
        }

    def path(self, name: str) -> Path:
        """The file of a handbook, once it is made."""
        path = self._folder / f"{name}.pdf"
        path.write_bytes(self._made[name].result())
        return path


@pytest.fixture(scope="module")
def handbooks(tmp_path_factory) -> Iterator[Handbooks]:
    """All handbooks."""
    with ThreadPoolExecutor(WORKERS) as pool:
        yield Handbooks(tmp_path_factory.mktemp("handbooks"), pool)


@pytest.fixture(scope="module")
def broken(handbooks) -> dict[str, list[str]]:
    """What each file breaks of both standards; two engines judge at a time."""
    if verapdf.absent():
        pytest.skip(f"PDF/A and PDF/UA were not judged: {verapdf.absent()}")
    paths = [handbooks.path(name) for name in NAMES]
    halves = [paths[at::WORKERS] for at in range(WORKERS)]
    with ThreadPoolExecutor(WORKERS) as pool:
        judged = list(pool.map(verapdf.broken_rules, halves))
    return {Path(name).stem: rules for part in judged for name, rules in part.items()}


@pytest.mark.parametrize("name", NAMES)
def test_qpdf_has_no_complaint(handbooks, name):
    with pikepdf.open(handbooks.path(name)) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("name", NAMES)
def test_a_handbook_breaks_no_rule_of_the_standards(broken, name):
    assert broken[name] == []


def test_the_engine_finds_what_is_broken(handbooks, broken, tmp_path):
    assert broken
    with pikepdf.open(handbooks.path(NAMES[0])) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        target = BytesIO()
        pdf.save(target)
    path = tmp_path / "broken.pdf"
    path.write_bytes(target.getvalue())
    [rules] = verapdf.broken_rules([path]).values()
    assert any(one.startswith("PDFA-3A") for one in rules)
    assert any(one.startswith("PDFUA-1") for one in rules)
