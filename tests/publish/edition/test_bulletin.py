"""A bulletin tells one reader what changed, and nothing that the reader may not see."""

from __future__ import annotations

from datetime import date

from slaeditor.model.choice import Choice
from slaeditor.model.clients import Client
from slaeditor.model.document import Document, Language, Revision
from slaeditor.model.project import Project
from slaeditor.model.readers import STAFF, Reader
from slaeditor.model.values.target_value import TargetValue
from slaeditor.publish.document import Edition, Facts, Table
from slaeditor.publish.edition.bulletin import bulletin, concerned
from slaeditor.publish.edition.strings import strings
from tests.builders import a_level, a_promise, open_to_all


def changed(now: str = "2 h") -> tuple[Project, Project]:
    """A project, and the same with another promise."""
    project, _, target = a_promise("4 h")
    project = project.put(open_to_all(Document, name="Support", version="1.0"))
    project = project.put(target.but(readers=open_to_all(Document).readers))
    found = next(iter(project.targets))
    return project, project.put(found.but(value=TargetValue.parse(now)))


def made(before: Project, after: Project, reader: Reader = Reader.CLIENT) -> Edition:
    """The bulletin, which there is."""
    found = bulletin(before, after, reader)
    assert found is not None
    return found


def rows(edition: Edition) -> list[list[str]]:
    """The rows of every table, in words."""
    return [
        [cell.text for cell in row]
        for section in edition.chapters[0].sections
        for block in section.blocks
        if isinstance(block, Table)
        for group in block.groups
        for row in group.rows
    ]


def test_a_promise_is_told_with_both_values_and_whom_it_favours():
    assert rows(made(*changed())) == [
        ["First response, Critical, Gold", "within 4 hours", "within 2 hours", "Better"]
    ]


def test_nothing_is_told_where_nothing_changed():
    project, _ = changed()
    assert bulletin(project, project, Reader.CLIENT) is None


def test_what_a_reader_may_not_see_makes_no_bulletin():
    before, _ = changed()
    level = next(iter(before.service_levels))
    after = before.put(level.but(selling_note="Ask for two years."))
    assert bulletin(before, after, Reader.CLIENT) is None
    assert "Ask for two years." in rows(made(before, after, Reader.SALES))[0][2]


def test_opening_a_record_to_clients_is_something_new_for_them():
    before, _ = changed()
    extra = a_level("Platinum")
    hidden = before.add(extra.but(readers=STAFF))
    told = rows(made(hidden, before.add(extra)))
    assert told[0][0] == "Platinum"
    assert told[0][-1] == "Better"


def test_an_opening_is_no_news_for_who_could_see_it_before():
    before, _ = changed()
    extra = a_level("Platinum")
    hidden = before.add(extra.but(readers=STAFF))
    assert bulletin(hidden, before.add(extra), Reader.STAFF) is None


def test_something_that_is_gone_is_told_with_what_it_was():
    before, _ = changed()
    target = next(iter(before.targets))
    (row,) = rows(made(before, before.drop(target)))
    assert row[1:] == ["Promise: within 4 hours", "No longer", "Worse"]


def test_the_summary_of_the_new_revision_opens_the_bulletin():
    before, after = changed()
    revision = open_to_all(Revision, label="1.1", summary="We answer sooner.")
    assert "We answer sooner." in list(strings(made(before, after.add(revision))))


def test_a_bulletin_speaks_the_language_of_the_handbook():
    before, after = changed()
    language: Choice = Language.parse("German")
    words = list(strings(made(before, after.put(after.the(Document).but(language=language)))))
    assert "Was sich ändert" in words
    assert "Besser" in words


def test_a_change_concerns_the_clients_whose_handbook_reads_otherwise():
    before, after = changed()
    silver = a_level("Silver")
    gold = next(iter(before.service_levels))
    one = open_to_all(Client, name="Acme", level=gold.id)
    other = open_to_all(Client, name="Bell", level=silver.id)
    added = (silver, one, other)
    assert concerned(before.add(*added), after.add(*added)) == ((one.id, 1),)


def head(before: Project, after: Project, on: date | None = None) -> dict[str, str]:
    """The facts at the head of a client's bulletin."""
    found = bulletin(before, after, Reader.CLIENT, on=on)
    assert found is not None
    return dict(
        pair
        for block in found.chapters[0].blocks
        if isinstance(block, Facts)
        for pair in block.pairs
    )


def test_a_bulletin_says_its_day_and_whom_to_ask():
    before, after = changed()
    after = after.put(after.the(Document).but(contact="service@nordhost.example"))
    told = head(before, after, date(2026, 11, 22))
    assert (told["Date"], told["Questions to"]) == ("22 November 2026", "service@nordhost.example")


def test_a_version_that_was_not_raised_is_not_told():
    assert "Version until now" not in head(*changed())


def test_a_version_that_was_raised_is_told_with_the_one_before():
    before, after = changed()
    told = head(before, after.put(after.the(Document).but(version="1.1")))
    assert (told["Version until now"], told["Version from now on"]) == ("1.0", "1.1")


def test_a_client_does_not_read_the_name_of_its_own_level():
    before, after = changed()
    gold = next(iter(before.service_levels))
    client = open_to_all(Client, name="Acme", level=gold.id)
    found = bulletin(before.add(client), after.add(client), Reader.CLIENT, client.id)
    assert found is not None
    assert rows(found)[0][0] == "First response, Critical"


def test_staff_read_the_whole_name_of_what_changed():
    assert rows(made(*changed(), Reader.STAFF))[0][0] == "First response · Critical · Gold"
