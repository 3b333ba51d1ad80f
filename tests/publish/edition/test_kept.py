"""What is kept from one client's handbook to the next changes nothing in any of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.exchange.starters import starter
from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, Reader
from slaeditor.publish.edition.asked import Asked, Ledger, is_answered, telling
from slaeditor.publish.edition.builder import edition, whole_view
from slaeditor.publish.edition.kept import Kept, Shelf
from slaeditor.publish.edition.strings import strings
from slaeditor.publish.edition.view import View

ON = date(2026, 11, 22)
AGENCY = starter("agency").project()
DESK = starter("it-support").project()


def its_own(project: Project, client: str, kept: Kept | None = None) -> object:
    return edition(project, Reader.CLIENT, client, ON, kept=kept)


def assert_all_alike(project: Project) -> None:
    kept = Kept()
    for client in [*project.clients, *project.clients]:
        assert its_own(project, client.id, kept) == its_own(project, client.id)


def test_every_client_of_the_agency_reads_the_same_with_and_without_what_is_kept() -> None:
    assert_all_alike(AGENCY)


def test_every_client_of_the_desk_reads_the_same_with_and_without_what_is_kept() -> None:
    assert_all_alike(DESK)


def _clients(project: Project) -> st.SearchStrategy[Client]:
    """Clients that differ in any field that a handbook may weigh."""
    levels = [one.id for one in project.service_levels]
    return st.builds(
        Client,
        id=st.uuids(version=4).map(str),
        readers=st.just(EVERYONE),
        name=st.sampled_from(["Alder & Sons", "Birch", "Ülmenhof"]),
        level=st.sampled_from([*levels[:2], ""]),
        add_ons=st.sampled_from([(), (levels[-1],)]),
        quantity=st.sampled_from([None, Decimal(12), Decimal(400)]),
        contract_until=st.sampled_from([None, date(2027, 3, 31)]),
        calendar=st.sampled_from(["", *(one.id for one in project.calendars)]),
        time_zone=st.sampled_from(["", "America/Lima"]),
        account_role=st.sampled_from(["", *(one.id for one in project.roles)][:3]),
        welcome=st.sampled_from(["", "Welcome **on board**."]),
        staff_note=st.sampled_from(["", "pays late"]),
    )


@settings(max_examples=4, deadline=None)
@given(st.data())
def test_clients_unlike_in_any_field_read_the_same_with_and_without_what_is_kept(
    data: st.DataObject,
) -> None:
    key = st.lists(_clients(DESK), min_size=3, max_size=4, unique_by=lambda one: one.id)
    clients = data.draw(key)
    deal = SpecialDeal(
        client=data.draw(st.sampled_from(clients)).id,
        name="A word of honour",
        agreed="twice a year",
        status=DealStatus.APPROVED,
        readers=EVERYONE,
        target=data.draw(st.sampled_from(["", *(one.id for one in DESK.targets)][:4])),
    )
    project = DESK.put(*clients)
    if data.draw(st.booleans()):
        project = project.put(deal)
    kept = Kept()
    for client in clients:
        assert its_own(project, client.id, kept) == its_own(project, client.id)


def _two() -> tuple[Project, str, str]:
    """The desk with two clients that differ in their names alone."""
    model = next(iter(DESK.clients)).but(quantity=None, welcome="")
    one, other = model.but(id="one", name="Alderbrook"), model.but(id="two", name="Birchfield")
    return DESK.put(one, other), "one", "two"


def test_chapters_that_ask_nothing_in_which_two_clients_differ_are_the_very_same() -> None:
    project, one, other = _two()
    kept = Kept()
    first = edition(project, Reader.CLIENT, one, ON, kept=kept)
    second = edition(project, Reader.CLIENT, other, ON, kept=kept)
    shared = [a for a, b in zip(first.chapters, second.chapters, strict=True) if a is b]
    assert len(shared) > len(first.chapters) - 3


def test_the_name_of_one_client_is_nowhere_in_the_handbook_of_the_next() -> None:
    project, one, other = _two()
    kept = Kept()
    its_own(project, one, kept)
    said = "\n".join(strings(its_own(project, other, kept)))
    assert "Birchfield" in said
    assert "Alderbrook" not in said


def test_another_state_of_the_project_is_read_anew() -> None:
    project, one, _ = _two()
    kept = Kept()
    its_own(project, one, kept)
    level = project.service_levels[project.clients[one].level]
    other = project.put(level.but(name="Quite another level"))
    assert its_own(other, one, kept) == its_own(other, one)


def test_a_client_tells_which_of_its_fields_were_read() -> None:
    ledger = Ledger()
    client = telling(Client(name="Alder", level="gold"), ledger)
    asked = ledger.heard = Asked()
    assert (client.name, type(client).__name__) == ("Alder", "Client")
    assert asked.client == {"name": "Alder"}


def test_another_client_made_of_one_that_tells_asked_for_all_of_it() -> None:
    ledger = Ledger()
    client = telling(Client(name="Alder", level="gold"), ledger)
    asked = ledger.heard = Asked()
    assert client.but(name="Birch").level == "gold"
    assert asked.client["name"] == "Alder"
    assert {"level", "quantity", "id"} <= asked.client.keys()


def test_a_client_answers_as_another_where_it_has_the_same_values() -> None:
    asked = Asked(client={"level": "gold"})
    assert is_answered(asked, Client(name="Birch", level="gold"))
    assert not is_answered(asked, Client(name="Birch", level="silver"))


def test_what_was_said_before_is_an_answer_and_what_is_said_now_is_none() -> None:
    ledger = Ledger()
    ledger.note("row", ("name",))
    asked = ledger.heard = Asked()
    ledger.note("row", ("body",))
    answers = ledger.has("row", "name"), ledger.has("row", "body"), ledger.has("row", "lead")
    assert answers == (True, True, False)
    assert (asked.said, asked.unsaid) == ({("row", "name")}, {("row", "lead")})


def test_remarks_told_before_are_an_answer() -> None:
    ledger = Ledger()
    asked = ledger.heard = Asked()
    ledger.remarks("row", lambda: ("told",))
    assert Ledger().answers(asked)
    other = Ledger()
    other.remarks("row", lambda: ("told otherwise",))
    assert not other.answers(asked)


def test_what_is_taken_notes_what_it_noted_when_it_was_made() -> None:
    view = _view()
    shelf = Shelf()
    shelf.made("part", lambda one: one.ledger.note("row", ("name",)), view)
    other = _view()
    shelf.made("part", lambda _: None, other)
    assert other.ledger.has("row", "name")


def test_a_part_that_asked_for_the_name_is_made_again_for_another_name() -> None:
    shelf = Shelf()
    names = [
        shelf.made("part", lambda one: one.client.name if one.client else "", _view(name))
        for name in ("Alder", "Birch", "Alder")
    ]
    assert names == ["Alder", "Birch", "Alder"]


def _view(name: str = "Alder") -> View:
    view, ledger = whole_view(Project()), Ledger()
    return View(
        view.project, Reader.CLIENT, view.words, telling(Client(name=name), ledger), ledger=ledger
    )
