"""What misses cost, lost clients and the interview are printed in the language of the project."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from slaeditor.exchange.starters import starter
from slaeditor.model.clients import Client
from slaeditor.model.document import Document, Language
from slaeditor.model.project import Project
from slaeditor.publish.edition.case_for_staff import printed_passages
from slaeditor.publish.edition.german_reasons import GERMAN_REASONS
from slaeditor.publish.edition.strings import strings
from slaeditor.rules import compensation, plan_prices, pricing
from slaeditor.rules import credits as credit_rules
from slaeditor.rules.exposure import Happening
from slaeditor.rules.exposure_words import exposure_passages
from slaeditor.rules.inheritance import sold
from slaeditor.rules.interview import interview_passages, missing_questions, with_questions
from slaeditor.rules.interview_questions import QUESTIONS
from slaeditor.rules.losses import broken_by, losses
from slaeditor.rules.losses_words import losses_passages
from tests.builders import a_level

ON = date(2026, 11, 22)
ENGLISH = re.compile(r"\b(the|and|worst|allows|cases|target|step|Cause|Answer|Agreed|nothing)\b")


def german(project: Project) -> Project:
    return project.put(project.the(Document).but(language=Language.GERMAN))


@pytest.fixture(scope="module")
def agency() -> Project:
    return german(starter("agency").project())


def printed(project, heading, passages):
    made = printed_passages(project, heading, passages, ON)
    assert made.language == "de-DE"
    return made


def own_words(project) -> set[str]:
    """Every name in a project, which no handbook translates."""
    return {one.name for _, _, rows in project.tables() for one in rows if hasattr(one, "name")}


def english(project, chapters) -> list[str]:
    """The passages that are left in English; names of records are as they are."""
    names = sorted(filter(None, own_words(project)), key=len, reverse=True)
    own = re.compile("|".join(map(re.escape, names)))
    return [words for words in strings(chapters) if ENGLISH.search(own.sub("", words))]


def test_what_missed_promises_cost_is_told_in_german(agency):
    passages = exposure_passages(agency, sold(agency), Happening())
    made = printed(agency, "What missed promises cost", passages)
    assert made.cover.title == "Was verfehlte Zusagen kosten"
    assert english(agency, made.chapters[:2]) == []
    assert any("," in words and "£" in words for words in strings(made.chapters))


def test_why_a_price_cannot_be_told_is_said_in_german():
    level = a_level("Gold")
    project = german(Project().add(Document(name="Handbuch"), level, Client(level=level.id)))
    passages = exposure_passages(project, [level], Happening())
    told = list(strings(printed(project, "What missed promises cost", passages).chapters))
    assert any(words.startswith("Für „Gold“ gibt es keinen Preisplan") for words in told)


def test_each_reason_is_said_in_german():
    sources = "".join(
        Path(str(module.__file__)).read_text(encoding="utf-8")
        for module in (pricing, plan_prices, credit_rules, compensation)
    )
    assert set(re.findall(r'"((?:price|owed)\.[a-z-]+)"', sources)) == set(GERMAN_REASONS)


def test_lost_clients_are_told_in_german(agency):
    found = losses(agency)
    broken = [
        (row, 1) for one in found for each in one.interviews for row in broken_by(agency, each)
    ]
    made = printed(agency, "Clients we lost", losses_passages(agency, found, broken))
    assert made.cover.title == "Kunden, die wir verloren haben"
    assert english(agency, made.chapters) == []
    assert any(words.startswith("Zielwert „") for words in strings(made.chapters))


def test_the_interview_is_asked_and_told_in_german():
    asked = with_questions(german(Project().add(Document(name="Handbuch"))))
    made = printed(asked, "What we expect of each other", interview_passages(asked))
    assert {"Frage", "Antwort", "Vereinbart", "Gefragt: der Vertrieb"} <= set(strings(made))
    assert "Was müssen Sie vor dem ersten Tag über einen neuen Kunden wissen?" in set(strings(made))


def test_no_question_is_asked_again_in_another_language():
    asked = with_questions(Project().add(Document(name="Handbook")))
    assert len(asked.expectations) == len(QUESTIONS)
    assert missing_questions(german(asked)) == ()
