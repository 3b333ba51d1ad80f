"""Change bars: what differs since a frozen revision is marked, and nothing else."""

from __future__ import annotations

from slaeditor.exchange.revisions import frozen, thawed
from slaeditor.model.document import Revision
from slaeditor.model.readers import Reader
from slaeditor.publish.document import Table
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.edition.builder import edition
from tests.publish.edition.sample import (
    BRONZE,
    CONTOSO,
    MINOR,
    SILVER,
    blocks,
    chapter,
    department,
    faster_deal,
    promise,
)

CHANGED = b'"changed":true'


def kept(project):
    """Return the state of a project as it comes back from a frozen revision."""
    return thawed(frozen(project, Revision(label="1")))


def words(project, reader=Reader.STAFF, client="", since=None):
    return edition_json(edition(project, reader, client, since=since))


def test_nothing_is_marked_where_nothing_changed():
    project = department().add(faster_deal())
    for reader, client in [*((one, "") for one in Reader), (Reader.CLIENT, CONTOSO.id)]:
        made = words(project, reader, client, kept(project))
        assert CHANGED not in made
        assert made == words(project, reader, client)


def test_another_promise_is_marked():
    before = department()
    after = before.put(BRONZE.but(promise="You are answered within two days."))
    assert CHANGED in words(after, since=kept(before))


def test_what_only_others_may_see_makes_no_mark():
    before = department().put(BRONZE.but(staff_note="Ask first."))
    after = before.put(BRONZE.but(staff_note="Ask twice."))
    assert CHANGED in words(after, since=kept(before))
    assert CHANGED not in words(after, Reader.CLIENT, since=kept(before))


def test_a_promise_taken_over_in_place_of_one_that_is_gone_is_marked():
    before = department().add(promise("4 service h", SILVER.id, MINOR.id))
    (own,) = [one for one in before.targets if (one.level, one.severity) == (SILVER.id, MINOR.id)]
    after = before.drop(own)
    made = edition(after, Reader.CLIENT, since=kept(before))
    table = next(
        one
        for one in blocks(chapter(made, "The service levels"))
        if isinstance(one, Table) and "side by side" in one.caption
    )
    rows = [row for group in table.groups for row in group.rows]
    marked = [[cell.text for cell in row if cell.changed] for row in rows]
    assert ["within 2 service days (16 service hours)"] in marked
