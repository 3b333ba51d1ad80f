"""What the program says by itself in a German handbook is German, and cannot be misread."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from slaeditor.model.calendars import Holiday, HolidaySet
from slaeditor.model.clients import DealStatus, SpecialDeal
from slaeditor.model.compensation import Payout
from slaeditor.model.document import Document, Language
from slaeditor.model.escalation import EscalationPolicy, EscalationStep
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.model.values.duration import Duration
from slaeditor.model.work import Activity
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.strings import strings
from tests.builders import open_to_all
from tests.publish.edition.sample import ANSWER, CONTOSO, CREDIT, GROUP, department, made, titles


def german(project: Project) -> Project:
    return project.put(project.the(Document).but(language=Language.GERMAN))


def words_of(project: Project, reader: Reader = Reader.STAFF, **more: Any) -> list[str]:
    found = made(reader, german(project), **more)
    return [*strings(found.front), *strings(found.chapters), *strings(found.back)]


def test_the_form_in_which_a_credit_is_given_is_german() -> None:
    paid = department().put(CREDIT.but(payout=Payout.NEXT_INVOICE))
    found = " ".join(words_of(paid, Reader.CLIENT))
    assert "Gewährt wird: Gutschrift auf der nächsten Rechnung." in found
    assert "next invoice" not in found


def test_a_record_nobody_has_named_is_said_to_be_so_in_german() -> None:
    deal = open_to_all(SpecialDeal, client=CONTOSO.id, status=DealStatus.APPROVED)
    found = words_of(department().add(deal))
    assert any("Sondervereinbarung ohne Namen" in one for one in found)
    assert not any("without a name" in one for one in found)


def test_a_record_nobody_has_named_is_said_to_be_so_in_english() -> None:
    deal = open_to_all(SpecialDeal, client=CONTOSO.id, status=DealStatus.APPROVED)
    found = made(Reader.STAFF, department().add(deal))
    assert any("Special deal without a name" in one for one in strings(found.chapters))


@pytest.mark.parametrize(
    ("language", "words"),
    [("de-DE", "Ansprechpartner bei Ihnen"), ("en-GB", "Contact on your side")],
)
def test_a_client_does_not_take_its_own_contact_for_ours(language: str, words: str) -> None:
    assert Phrases(language, to_client=True).labelled("Their contact") == words


def test_activities_without_parts_are_further_ones_only_beside_others() -> None:
    loose = open_to_all(Activity, name="Order beans")
    assert "Further activities" in sections(department().add(loose))
    alone = department().drop(ANSWER).drop(GROUP).add(loose)
    assert "Further activities" not in sections(alone)
    assert "Activities" in sections(alone)


def sections(project: Project) -> list[str]:
    found = made(Reader.STAFF, project)
    assert "Who does what" in titles(found)
    (matrix,) = (one for one in found.chapters if one.title == "Who does what")
    return [one.title for one in matrix.sections]


def test_what_is_expected_of_who_is_told_reads_as_words_not_as_a_form() -> None:
    policy = open_to_all(EscalationPolicy, name="Zu spät")
    step = open_to_all(
        EscalationStep, policy=policy.id, acknowledge_within=Duration.parse("5 service days")
    )
    found = words_of(department().add(policy, step))
    assert "Bestätigt innerhalb von 5 Servicetagen" in found


def test_what_follows_an_action_stands_in_brackets_after_it() -> None:
    policy = open_to_all(EscalationPolicy, name="Zu spät")
    step = open_to_all(
        EscalationStep,
        policy=policy.id,
        action="Ruft an.",
        repeat_every=Duration.parse("4 h"),
        until="es geht",
    )
    found = words_of(department().add(policy, step))
    assert "Ruft an. (wiederholt alle 4 Stunden; bis es geht)" in found


@pytest.mark.parametrize(
    ("name", "heading"),
    [("Feiertage Kanton Zürich", "Feiertage Kanton Zürich"), ("Bayern", "Feiertage: Bayern")],
)
def test_a_list_of_holidays_is_headed_by_that_word_once(name: str, heading: str) -> None:
    listed = open_to_all(HolidaySet, name=name)
    day = open_to_all(Holiday, holiday_set=listed.id, on=date(2027, 1, 1), name="Neujahr")
    found = words_of(department().add(listed, day))
    assert heading in found
    assert "1. Januar (Neujahr)" in found
