"""Previews: what is built and laid out again while somebody types."""

from __future__ import annotations

import pytest

from slaeditor.exchange.starters import starter
from slaeditor.model.readers import Reader
from slaeditor.publish.edition import builder
from slaeditor.session.audience import Audience
from slaeditor.session.background import Ticket
from slaeditor.session.rendering import Previews, PreviewWish

PLACE = ("Client asks the Sales Consultant for a change", "Grey areas")


@pytest.fixture(scope="module")
def project():
    return starter("agency").project()


@pytest.fixture
def previews(tmp_path, monkeypatch):
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    monkeypatch.setattr("slaeditor.publish.press.ahead.QUIET", 600.0)
    made = Previews()
    yield made
    made.close()


def ticket():
    return Ticket(lambda *_: None, lambda *_: None)


def test_typing_on_builds_the_same_chapter_alone(previews, project, monkeypatch):
    wish = PreviewWish(project, Audience(Reader.STAFF), PLACE)
    first = previews.pdf(wish, ticket())
    whole: list[object] = []
    monkeypatch.setattr(builder, "edition", lambda *told: whole.append(told))
    area = next(iter(project.grey_areas))
    edited = project.put(area.but(description=f"{area.description} And more."))
    second = previews.pdf(PreviewWish(edited, Audience(Reader.STAFF), PLACE), ticket())
    assert whole == []
    assert first != second
    assert second.startswith(b"%PDF")


def test_a_chapter_made_alone_is_the_one_of_the_handbook(project):
    whole = builder.edition(project, Reader.STAFF)
    made = {part.id for part in (*builder.CHAPTERS, *builder.BACK)}
    compared = [one for one in (*whole.chapters, *whole.back) if one.id in made]
    assert len(compared) > 20
    for one in compared:
        assert builder.chapter_alone(project, Reader.STAFF, "", None, one.id) == one


def test_a_chapter_that_the_reader_does_not_get_is_not_made_alone(project):
    assert builder.chapter_alone(project, Reader.CLIENT, "", None, "c-role-cards") is None
    assert builder.chapter_alone(project, Reader.STAFF, "", None, "c-nowhere") is None
