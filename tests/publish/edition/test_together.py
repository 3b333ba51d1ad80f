"""What Sales and service sign, and why clients left."""

import pytest

from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.readers import Reader
from slaeditor.model.selling import DissatisfactionLevel, Expectation, Side
from slaeditor.model.work import GreyArea, HandOff
from slaeditor.publish.document import SignOff
from tests.builders import open_to_all
from tests.publish.edition.sample import (
    DESK,
    FAST,
    LEAD,
    blocks,
    chapter,
    department,
    made,
    table,
    titles,
)

PAGE = "What Sales and service agree"
AGREED = open_to_all(
    Expectation, name="When do we warn?", asked_of=Side.SALES, agreed="Within an hour."
)
OPEN = open_to_all(Expectation, name="Who may give a discount?")
HANDED = open_to_all(HandOff, name="New client", from_role=LEAD.id, to_role=DESK.id)
ANGRY = open_to_all(DissatisfactionLevel, name="Angry", signals="Writes to the head.")
UNCLEAR = open_to_all(GreyArea, name="Training", default_owner=DESK.id)


def page(*rows, reader=Reader.STAFF):
    """Returns the page to sign."""
    return chapter(made(reader, department().add(*rows)), PAGE)


def test_only_what_was_agreed_stands_on_the_page():
    rows = table(page(AGREED, OPEN), "What we agreed")
    assert rows[1:] == [["Sales", "When do we warn?", "Within an hour."]]


@pytest.mark.parametrize(
    ("row", "caption", "words"),
    [
        (HANDED, "Who hands over what to whom", "New client"),
        (ANGRY, "When a client is unhappy", "Angry"),
        (UNCLEAR, "Who owns what is unclear", "Training"),
    ],
)
def test_hand_offs_the_ladder_and_grey_areas_stand_on_the_page(row, caption, words):
    assert table(page(row), caption)[1][0] == words


@pytest.mark.parametrize("reader", [Reader.STAFF, Reader.SALES])
def test_both_departments_sign_it(reader):
    (lines,) = [one for one in blocks(page(AGREED, reader=reader)) if isinstance(one, SignOff)]
    assert lines.names == ("Sales", "Service")


def test_clients_have_no_such_page():
    assert PAGE not in titles(made(Reader.CLIENT, department().add(AGREED)))


def test_where_nothing_is_agreed_there_is_no_page():
    assert PAGE not in titles(made(project=department().add(OPEN)))


def test_lost_clients_are_counted_by_cause_with_what_broke():
    rows = [
        open_to_all(
            LossInterview, name="A", cause=LossCause.FAILED_DELIVERY, broken_target=FAST.id
        ),
        open_to_all(LossInterview, name="B", cause=LossCause.NOT_PREVENTABLE),
    ]
    part = chapter(made(project=department().add(*rows)), "What we learned")
    counted = table(part, "Lost clients by cause")
    assert [row[:2] for row in counted[1:]] == [
        ["Failed in delivery", "1"],
        ["Could not be helped", "1"],
    ]
    assert counted[1][2].startswith("First response")
