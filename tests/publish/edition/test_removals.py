"""What was removed since a revision is told where it stood and among the revisions."""

from __future__ import annotations

from slaeditor.model.document import Document, Language
from slaeditor.model.levels import Service
from slaeditor.model.readers import TEAM, Reader
from slaeditor.publish.document import Facts
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.edition.strings import strings
from tests.builders import open_to_all
from tests.publish.edition.sample import BRONZE, FIRST, blocks, department, promise

MAIL = open_to_all(Service, name="Mail", description="Sending and receiving.")
PRINT = open_to_all(Service, name="Print", description="Paper and toner.")
OLD = department().add(MAIL, PRINT)
OLD = OLD.put(OLD.the(Document).but(version="1.4"))


def sections(part):
    for one in part.sections:
        yield one
        yield from sections(one)


def remarks(made) -> dict[str, str]:
    """The remarks on what is gone, by the title of their part."""
    every = (one for chapter in made.chapters for one in sections(chapter))
    return {one.title: one.removed for one in every if one.removed}


def listed(made) -> dict[str, str]:
    """What the chapter of the revisions says is gone, by kind."""
    [found] = [one for one in made.back if one.id == "c-revisions"]
    [part] = [one for one in found.sections if one.id == "s-removed"]
    return dict(pair for one in blocks(part) if isinstance(one, Facts) for pair in one.pairs)


def without(project, row, reader=Reader.CLIENT):
    return edition(project.drop(row), reader, since=project)


def test_a_removed_record_leaves_a_remark_after_the_one_before_it() -> None:
    assert remarks(without(OLD, PRINT)) == {"Mail": "No longer here: Print"}


def test_what_belonged_to_a_record_leaves_its_remark_there() -> None:
    target = promise("4 service h", BRONZE.id, measure=FIRST.id)
    made = without(OLD.add(target), target)
    assert list(remarks(made)) == ["Bronze"]


def test_words_that_were_emptied_leave_their_label() -> None:
    after = OLD.put(MAIL.but(description="", in_scope="Post."))
    old = OLD.put(MAIL.but(in_scope="Post."))
    made = edition(after, Reader.CLIENT, since=old)
    assert remarks(made) == {"Mail": "No longer here: What it is"}
    assert listed(made) == {"Services": "Mail: What it is"}


def test_the_revisions_list_what_is_gone_and_since_when() -> None:
    made = without(OLD, PRINT)
    assert listed(made) == {"Services": "Print"}
    assert any("In version 1.4 and not in this one." in words for words in strings(made))


def test_it_is_told_in_german() -> None:
    german = OLD.put(OLD.the(Document).but(language=Language.GERMAN))
    made = without(german, PRINT)
    assert remarks(made) == {"Mail": "Hier entfallen: Print"}
    assert listed(made) == {"Leistungen": "Print"}


def test_what_a_reader_could_not_read_is_not_told_to_be_gone() -> None:
    secret = PRINT.but(readers=TEAM)
    made = without(OLD.put(secret), secret)
    assert remarks(made) == {}
    assert made == edition(OLD.put(secret), Reader.CLIENT)
    assert remarks(without(OLD.put(secret), secret, Reader.STAFF)) == {
        "Mail": "No longer here: Print"
    }


def test_of_a_chapter_that_is_left_out_nothing_is_told() -> None:
    quiet = OLD.put(OLD.the(Document).but(client_left_out="scope"))
    assert "Print" not in "".join(strings(without(quiet, PRINT)))


def test_many_names_are_cut_short_in_the_text() -> None:
    more = [open_to_all(Service, name=f"Old {at}", description="x") for at in range(7)]
    before = OLD.add(*more)
    made = edition(OLD, Reader.CLIENT, since=before)
    assert remarks(made) == {"Print": "No longer here: Old 0, Old 1, Old 2, Old 3 and 3 more"}
