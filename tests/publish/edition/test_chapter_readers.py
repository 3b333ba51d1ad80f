"""A chapter that is said to be the team's or the clients' is in no other edition."""

from __future__ import annotations

import pytest

from slaeditor.exchange.starters import starter
from slaeditor.model.handbook_chapters import HandbookChapter, readers_of
from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import EVERYONE, Reader
from slaeditor.publish.edition.builder import edition
from slaeditor.rules.examples import has_example, with_example


@pytest.fixture(scope="module")
def everything() -> Project:
    """A starter with an example of whatever it has none of, all of it open to everyone."""
    project = starter("agency").project()
    for table, kind in kinds().items():
        if has_example(kind) and not len(getattr(project, table)):
            project, _ = with_example(project, kind)
    rows = (row for table in kinds() for row in getattr(project, table))
    return project.put(*(row.but(readers=EVERYONE) for row in rows))


@pytest.mark.parametrize("reader", Reader)
def test_an_edition_has_no_chapter_that_is_for_others(everything, reader):
    made = edition(everything, reader)
    parts = (*made.front, *made.chapters, *made.back)
    printed = {one.id.removeprefix("c-") for one in parts}
    others = {one.word for one in HandbookChapter if not readers_of(one).include(reader)}
    assert not printed & others
