"""A client's service on one page: its own, in short, and told again in full elsewhere."""

from __future__ import annotations

from slaeditor.model.levels import Channel
from slaeditor.model.readers import STAFF, Reader
from slaeditor.publish.edition.strings import strings
from tests.builders import open_to_all
from tests.publish.edition.sample import CONTOSO, SILVER, department, made

PHONE = open_to_all(Channel, name="Telephone", address="0113 496 0100")


def page(reader=Reader.CLIENT, client=CONTOSO.id, project=None):
    edition = made(reader, project or department().add(PHONE), client=client)
    return next((one for one in edition.front if one.id == "c-summary"), None)


def words(part):
    return "\n".join(strings(part))


def test_a_client_finds_its_level_hours_and_numbers_on_one_page():
    told = words(page())
    for expected in ("Silver", "Mon–Fri 09:00–17:00", "0113 496 0100", "First response"):
        assert expected in told


def test_it_says_whom_a_late_case_reaches_and_what_is_paid():
    told = words(page())
    assert "Team lead" in told
    assert "Credit for outages" in told


def test_clients_in_general_and_the_team_have_no_such_page():
    assert page(client="") is None
    assert page(Reader.STAFF, client="") is None


def test_what_stands_there_still_stands_in_full_elsewhere():
    edition = made(Reader.CLIENT, department().add(PHONE), client=CONTOSO.id)
    chapters = words(edition.chapters)
    for expected in ("0113 496 0100", "Team lead", "Credit for outages", "within 1 service hour"):
        assert expected in chapters


def test_a_client_without_a_level_has_no_such_page():
    project = department().put(CONTOSO.but(level=""))
    assert page(project=project) is None


def test_a_page_without_a_way_to_call_promises_none() -> None:
    found = page(project=department())
    assert found is not None
    assert found.lead == "What you have and how fast you are answered."


def test_a_page_with_a_way_to_call_says_so() -> None:
    found = page()
    assert found is not None
    assert found.lead.endswith("whom you call.")


def test_a_client_whose_level_it_may_not_read_has_no_page_of_another_one() -> None:
    project = department().put(SILVER.but(readers=STAFF)).add(PHONE)
    assert page(project=project) is None
