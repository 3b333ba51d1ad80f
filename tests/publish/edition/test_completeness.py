"""Every field that a reader may see is printed, and none that it may not see."""

import pytest

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.edition.strings import strings
from slaeditor.publish.edition.view import SILENT
from tests.publish.edition.canaries import Canaries

SHOWN_BY_PLACE = {("Dependency", "order")}
SAID_OTHERWISE_TO_CLIENTS = {
    ("Role", "description"),
    ("Measure", "unit"),
    ("Measure", "percentile"),
}
"""What a client reads in the words that are written for it."""
IN_PLACE_OF_A_DEAL = {
    ("PriceBracket", name)
    for name in ("above", "up_to", "unit_price", "flat_price", "percentage", "words")
}
"""What a client with a price of its own reads nothing of, and the others do."""
CANARIES = Canaries()
PROJECT = CANARIES.project()
CLIENT = next(iter(PROJECT.clients)).id


def words_of(reader: Reader, project: Project = PROJECT, client: str = "") -> str:
    return "\n".join(strings(edition(project, reader, client)))


@pytest.mark.parametrize("reader", list(Reader))
def test_every_visible_field_is_printed(reader: Reader) -> None:
    own = CLIENT if reader is Reader.CLIENT else ""
    printed = words_of(reader, client=own)
    expected = dict(CANARIES.expected(reader))
    missing = {
        place
        for place, words in expected.items()
        if words not in printed and place not in SILENT and place not in SHOWN_BY_PLACE
    }
    otherwise = SAID_OTHERWISE_TO_CLIENTS | IN_PLACE_OF_A_DEAL
    assert missing == (otherwise if reader is Reader.CLIENT else set())


def test_brackets_are_printed_for_clients_without_a_price_of_their_own() -> None:
    printed = words_of(Reader.CLIENT)
    expected = dict(CANARIES.expected(Reader.CLIENT))
    assert all(expected[place] in printed for place in IN_PLACE_OF_A_DEAL)


@pytest.mark.parametrize("reader", list(Reader))
def test_no_hidden_field_is_printed(reader: Reader) -> None:
    own = CLIENT if reader is Reader.CLIENT else ""
    printed = words_of(reader, client=own)
    leaked = {place for place, words in CANARIES.forbidden(reader) if words in printed}
    assert leaked == set()
