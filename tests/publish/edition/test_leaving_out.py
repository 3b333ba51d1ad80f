"""Chapters are left out of an edition whole, of that edition alone."""

import pytest

from slaeditor.model.document import Document
from slaeditor.model.handbook_chapters import HandbookChapter
from slaeditor.model.readers import Reader
from slaeditor.publish.edition.builder import BACK, CHAPTERS, edition
from slaeditor.publish.edition.leaving_out import without_chapters
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.strings import strings
from tests.publish.edition.sample import department


def chapters(reader: Reader, **left_out: str) -> list[str]:
    project = department()
    made = edition(project.put(project.the(Document).but(**left_out)), reader)
    return [one.id for one in (*made.front, *made.chapters, *made.back)]


def test_a_chapter_that_is_left_out_is_not_there() -> None:
    assert "c-escalation" in chapters(Reader.STAFF)
    assert "c-escalation" not in chapters(Reader.STAFF, staff_left_out="escalation, glossary")


def test_the_other_editions_keep_it() -> None:
    assert "c-escalation" in chapters(Reader.CLIENT, staff_left_out="escalation")


def test_what_it_said_is_printed_nowhere_else() -> None:
    before, after = (len(chapters(Reader.STAFF, staff_left_out=one)) for one in ("", "escalation"))
    assert after == before - 1


@pytest.mark.parametrize("name", [one.word for one in HandbookChapter])
def test_nothing_points_at_a_chapter_that_is_gone(name: str) -> None:
    whole = edition(department(), Reader.STAFF)
    parts = (*whole.front, *whole.chapters, *whole.back)
    gone = next((one for one in parts if one.id == f"c-{name}"), None)
    made = without_chapters(whole, (f"c-{name}",))
    ids = {gone.id, *(one.id for one in gone.sections)} if gone else set()
    assert not ids & set(strings(made))


def test_every_chapter_can_be_named() -> None:
    names = {one.build.__name__.replace("_", "-") for one in (*CHAPTERS, *BACK)}
    names |= {"summary", "index"}
    assert names == {one.word for one in HandbookChapter}


@pytest.mark.parametrize("chapter", HandbookChapter)
def test_a_chapter_is_called_as_the_handbook_calls_it(chapter: HandbookChapter) -> None:
    assert chapter.label == Phrases("en-GB")(f"chapter.{chapter.word}")
