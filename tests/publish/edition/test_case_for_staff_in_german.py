"""The case for staff is printed in the language of the project."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import slaeditor.rules.capacity
import slaeditor.rules.staffing_case
import slaeditor.rules.staffing_words
from slaeditor.exchange.starters import starter
from slaeditor.model.document import Document, Language
from slaeditor.publish.edition.case_for_staff import printed_case, printed_passages
from slaeditor.publish.edition.german_staffing import GERMAN_STAFFING
from slaeditor.publish.edition.strings import strings
from slaeditor.rules.passages import Passage
from slaeditor.rules.phrase import Phrase
from slaeditor.rules.staffing_case import case_for_staff

ON = date(2026, 11, 22)


def german(name: str):
    project = starter(name).project()
    return project.put(project.the(Document).but(language=Language.GERMAN))


@pytest.fixture(scope="module")
def words() -> list[str]:
    project = german("agency")
    return list(strings(printed_case(project, case_for_staff(project), ON)))


def test_the_cover_and_chapters_are_german(words):
    assert {"Der Bedarf an Stellen", "Kurz gesagt", "Wie gerechnet wurde"} <= set(words)


def test_figures_have_a_decimal_comma(words):
    assert any("Stellen: 4,5 besetzt, 4,8 nötig, 0,3 fehlen" in one for one in words)


def test_no_english_sentence_is_left(words):
    english = re.compile(r"\b(the|and|needs|positions|waits|hours)\b")
    project = german("agency")
    own = {one.name for table in project.tables() for one in table[2] if hasattr(one, "name")}
    left = [one for one in words if english.search(one) and not any(n in one for n in own if n)]
    reasons = {one.reasoning for one in project.scenarios}
    assert [one for one in left if one not in reasons and one != project.the(Document).name] == []


@pytest.mark.parametrize("name", ["agency", "it-support"])
def test_every_phrase_of_the_case_has_german_words(name):
    project = german(name)
    printed_case(project, case_for_staff(project), ON)


def test_every_key_in_the_source_has_german_words():
    rules = slaeditor.rules
    modules = (rules.capacity, rules.staffing_case, rules.staffing_words)
    text = "".join(Path(one.__file__ or "").read_text(encoding="utf-8") for one in modules)
    keys = set(
        re.findall(r'"((?:trouble|short|line|work|backlog|outcome|age|supposed)[.][a-z]+)"', text)
    ) - {"figure"}
    assert keys - GERMAN_STAFFING.keys() == set()


def test_an_english_project_keeps_its_words():
    project = starter("agency").project()
    case = case_for_staff(project)
    assert printed_case(project, case, ON).chapters[0].title == "In short"


def test_an_answer_without_facts_stays_english():
    made = printed_passages(
        german("agency"), "Clients we lost", [Passage("By cause", ("Two.",))], ON
    )
    assert (made.language, made.chapters[0].title) == ("en-GB", "By cause")


def test_a_phrase_is_its_words():
    made = Phrase("4.5 positions", "figure", value=Decimal("4.5"))
    assert (made, made.facts) == ("4.5 positions", {"value": Decimal("4.5")})
