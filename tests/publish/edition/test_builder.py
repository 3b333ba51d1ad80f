"""The handbook as a whole: its cover, its chapters, what is left out and what is marked."""

from dataclasses import replace
from datetime import date

import pytest

from slaeditor.model.clients import Client, TalkingPoint
from slaeditor.model.document import Document, Language, Picture, Status
from slaeditor.model.levels import LevelEntitlement
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.readers import CLIENT, NOBODY, STAFF, TEAM, Reader
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.work import LetterMeaning
from slaeditor.publish.document import Prose, Steps
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.edition.cover import LOGO
from slaeditor.publish.edition.strings import strings
from tests.builders import a_level, open_to_all
from tests.publish.edition.sample import (
    BRONZE,
    CONTOSO,
    FIRST,
    NIGHT,
    REVIEW,
    SILVER,
    WORST,
    blocks,
    chapter,
    department,
    faster_deal,
    made,
    promise,
    table,
    titles,
)

PNG_START = b"\x89PNG\r\n\x1a\n"


def test_the_cover_says_what_and_for_whom() -> None:
    cover = made(Reader.CLIENT, client=CONTOSO.id).cover
    assert (cover.title, cover.edition_name, cover.recipient) == (
        "Service handbook",
        "Client edition",
        "For Contoso",
    )
    assert (cover.version, cover.date, cover.owner) == (
        "Version 2.1",
        "1 October 2026",
        "Owner: Head of Service",
    )


def test_the_date_asked_for_stands_on_the_cover() -> None:
    assert made(on=date(2027, 1, 2)).cover.date == "2 January 2027"


def test_a_draft_bears_a_watermark() -> None:
    project = department()
    row = project.the(Document).but(status=Status.DRAFT)
    assert made(project=project.put(row)).cover.watermark == "DRAFT"
    assert made().cover.watermark == ""


def test_only_chapters_with_content_appear() -> None:
    assert titles(made(project=Project())) == ["How to use this handbook", "Acknowledgement"]


def test_the_chapters_come_in_the_order_of_the_handbook() -> None:
    assert titles(made()) == [
        "How to use this handbook",
        "The service levels",
        "How we work",
        "What we promise",
        "Who does what",
        "Escalation",
        "Prices",
        "If we miss a promise",
        "Clients and special deals",
        "The team",
        "Role cards",
        "Acknowledgement",
    ]


def test_a_client_has_no_role_cards_and_signs_nothing() -> None:
    shown = titles(made(Reader.CLIENT))
    assert "Role cards" not in shown
    assert "Acknowledgement" not in shown


def test_staff_instructions_stay_with_staff() -> None:
    assert "Use the form." in set(strings(made(Reader.STAFF)))
    assert "Use the form." not in " ".join(strings(made(Reader.SALES)))
    assert "Use the form." not in " ".join(strings(made(Reader.CLIENT)))


@pytest.mark.parametrize("reader", list(Reader))
def test_what_a_reader_may_not_see_makes_no_difference(reader: Reader) -> None:
    project = department()
    hidden = a_level("Secret", promise="Nobody knows.").but(readers=TEAM)
    if reader is not Reader.CLIENT:
        hidden = hidden.but(readers=NOBODY)
    with_more = project.add(hidden).put(BRONZE.but(note="My own remark.", position=1024))
    plain = project.put(BRONZE.but(position=1024))
    assert edition_json(made(reader, with_more)) == edition_json(made(reader, plain))


def test_equal_projects_give_equal_handbooks() -> None:
    project = department()
    assert edition_json(made(project=project)) == edition_json(made(project=project))


def test_identifiers_are_opaque_and_unique() -> None:
    found = made()
    every = [one.id for one in found.chapters]
    every += [part.id for one in found.chapters for part in one.sections]
    assert len(every) == len(set(every))
    assert not any("bronze" in one for one in every)


def test_a_clients_handbook_shows_its_own_level_only() -> None:
    words = " ".join(strings(made(Reader.CLIENT, client=CONTOSO.id)))
    assert "Silver" in words
    assert "Bronze" not in titles(made(Reader.CLIENT, client=CONTOSO.id))
    assert "2 service days" in words, "what Silver does not say comes from Bronze"


def test_the_general_client_edition_shows_every_level() -> None:
    heads = table(
        chapter(made(Reader.CLIENT), "The service levels"), "The service levels side by side"
    )
    assert heads[0] == ["What you get", "Bronze", "Silver"]


def test_a_special_deal_takes_the_place_of_the_standard() -> None:
    found = made(Reader.CLIENT, department().add(faster_deal()), client=CONTOSO.id)
    promises = table(chapter(found, "What we promise"), "What we promise at Silver")
    assert promises[1][1] == "within 30 minutes"
    assert "Agreed with you; usually within 1 service hour." in set(strings(found))
    assert chapter(found, "What is agreed with you").sections[0].title == "Answered at once"


def test_a_deal_is_no_part_of_the_general_client_edition() -> None:
    words = " ".join(strings(made(Reader.CLIENT, department().add(faster_deal()))))
    assert "Answered at once" not in words
    assert "within 30 minutes" not in words


def test_a_client_without_a_level_reads_of_all() -> None:
    plain = open_to_all(Client, name="Fabrikam")
    found = made(Reader.CLIENT, department().add(plain), client=plain.id)
    assert "Bronze" in " ".join(strings(found))


def test_what_changed_since_a_revision_is_marked() -> None:
    before = department()
    step = next(one for one in before.method_steps if one.name == "Call back")
    after = before.put(step.but(what="Call the client back."))
    steps = [
        one
        for block in blocks(chapter(made(project=after, since=before), "How we work"))
        if isinstance(block, Steps)
        for one in block.steps
    ]
    assert [one.title for one in steps if one.changed] == ["Call back"]


def test_nothing_is_marked_without_a_revision_to_compare_with() -> None:
    steps = [one for one in blocks(chapter(made(), "How we work")) if isinstance(one, Steps)]
    assert not any(one.changed for block in steps for one in block.steps)


def test_a_german_handbook_speaks_german() -> None:
    project = department()
    row = project.the(Document).but(language=Language.GERMAN)
    found = made(project=project.put(row))
    assert found.language == "de-DE"
    assert "Die Servicestufen" in titles(found)
    assert "innerhalb von 4 Servicestunden" in set(strings(found))


def test_pictures_that_are_shown_come_along() -> None:
    picture = open_to_all(Picture, name="Our office", picture=PNG_START, alternative="A house")
    unused = open_to_all(Picture, name="Attic", picture=PNG_START)
    project = department().add(picture, unused)
    project = project.put(BRONZE.but(promise="See ![](asset:our-office)."))
    assert [asset.id for asset in made(project=project).assets] == ["our-office"]


def test_the_logo_comes_along() -> None:
    logo = open_to_all(Picture, name="Logo", picture=PNG_START)
    project = department().add(logo)
    row = project.the(Document).but(logo=logo.id)
    found = made(project=project.put(row))
    assert found.brand.logo == LOGO
    assert [asset.id for asset in found.assets] == [LOGO]


def test_the_logo_does_not_tell_of_a_hidden_picture_of_its_name() -> None:
    logo = open_to_all(Picture, name="Logo", picture=PNG_START)
    hidden = Picture(name="Logo", picture=PNG_START, readers=STAFF, position=-1)
    project = department().add(logo)
    project = project.put(project.the(Document).but(logo=logo.id))
    assert made(project=project.put(hidden)) == made(project=project)


def test_a_hidden_picture_stays_behind() -> None:
    hidden = open_to_all(Picture, name="Plan", picture=PNG_START).but(readers=STAFF)
    project = department().add(hidden)
    project = project.put(BRONZE.but(promise="See ![](asset:plan)."))
    assert made(Reader.CLIENT, project).assets == ()


def test_a_level_open_to_clients_only_is_theirs_only() -> None:
    project = department().put(SILVER.but(readers=CLIENT, position=2048))
    assert "Silver" not in " ".join(strings(edition(project, Reader.STAFF)))
    assert "Silver" in " ".join(strings(edition(project, Reader.CLIENT)))


def test_long_passages_are_marked_when_they_change() -> None:
    before = department()
    after = before.put(replace(BRONZE, promise="First.\n\nSecond.", position=1024))
    found = chapter(made(project=after, since=before), "The service levels")
    assert any(isinstance(one, Prose) and one.changed for one in blocks(found))


def test_the_target_of_a_deal_is_told_to_staff_too() -> None:
    found = made(project=department().add(faster_deal()))
    words = " ".join(strings(chapter(found, "Clients and special deals")))
    assert "within 30 minutes" in words


def test_what_an_add_on_replaces_is_not_told_to_its_client() -> None:
    night = promise("10 min", NIGHT.id, WORST.id)
    client = CONTOSO.but(add_ons=(NIGHT.id,), position=1024)
    found = made(Reader.CLIENT, department().add(night).put(client), client=CONTOSO.id)
    words = " ".join(strings(found))
    assert "within 10 minutes" in words
    assert "within 1 service hour" not in words


def test_an_add_on_that_was_not_bought_is_left_out() -> None:
    words = " ".join(strings(made(Reader.CLIENT, client=CONTOSO.id)))
    assert "Night" not in words
    assert "Night" in " ".join(strings(made(Reader.CLIENT)))


def test_what_is_for_other_levels_only_is_left_out() -> None:
    gold = a_level("Gold")
    talk = open_to_all(TalkingPoint, name="Only for Gold", levels=(gold.id,), words="Gold talk.")
    both = open_to_all(TalkingPoint, name="Both", levels=(gold.id, SILVER.id), words="Both talk.")
    project = department().add(gold, talk, both)
    words = " ".join(strings(made(Reader.CLIENT, project, client=CONTOSO.id)))
    assert "Gold" not in words
    assert "Both talk." in words


def test_what_an_add_on_brings_stands_with_the_clients_level() -> None:
    night = promise("10 min", NIGHT.id, WORST.id)
    more = LevelEntitlement(level=NIGHT.id, entitlement=REVIEW.id, value=Grant.parse("12 per year"))
    client = CONTOSO.but(add_ons=(NIGHT.id,), position=1024)
    project = department().add(night, more).put(client)
    found = made(Reader.CLIENT, project, client=CONTOSO.id)
    promises = table(chapter(found, "What we promise"), "What we promise at Silver")
    assert promises[1] == ["Standstill", "within 10 minutes"]
    held = table(chapter(found, "The service levels"), "What Silver includes")
    assert ["Review meeting", "12 per year"] in held
    assert "With Night." in set(strings(found))


def test_nothing_is_left_over_for_a_client_whose_add_on_says_another_target() -> None:
    slow = open_to_all(
        Target, measure=FIRST.id, level=SILVER.id, value=TargetValue.parse("within 8 h")
    )
    fast = open_to_all(
        Target, measure=FIRST.id, level=NIGHT.id, value=TargetValue.parse("within 1 h")
    )
    project = department().add(slow, fast).put(CONTOSO.but(add_ons=(NIGHT.id,)))
    found = made(Reader.CLIENT, project, client=CONTOSO.id)
    assert "Further particulars" not in [one.title for one in found.chapters]
    assert "within 8 hours" not in "\n".join(strings(found))


def test_letters_that_no_matrix_uses_are_not_explained() -> None:
    project = Project().add(open_to_all(LetterMeaning, letter="R", name="Does it"))
    assert made(Reader.STAFF, project).chapters == ()
