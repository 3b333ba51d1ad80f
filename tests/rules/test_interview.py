"""The interview between Sales and service."""

from slaeditor.model.project import Project
from slaeditor.model.readers import TEAM
from slaeditor.model.selling import Expectation, Side
from slaeditor.rules.interview import (
    interview_passages,
    missing_questions,
    next_open,
    progress,
    state_words,
    with_questions,
)
from slaeditor.rules.interview_questions import QUESTIONS

ASKED = Expectation(name="How many?", asked_of=Side.SALES, answer="Ten.", agreed="Ten.")
OPEN = Expectation(name="When?", asked_of=Side.SERVICE)


def test_the_interview_asks_both_departments():
    assert {side for side, _ in QUESTIONS} == set(Side)


def test_beginning_asks_every_question_once():
    project = with_questions(Project())
    assert [one.name for one in project.expectations] == [words for _, words in QUESTIONS]
    assert with_questions(project) == project


def test_a_question_that_was_asked_is_not_asked_again():
    side, words = QUESTIONS[0]
    project = Project().add(Expectation(name=words.upper(), asked_of=side))
    assert len(missing_questions(project)) == len(QUESTIONS) - 1


def test_questions_are_for_the_team():
    assert {one.readers for one in with_questions(Project()).expectations} == {TEAM}


def test_progress_counts_answers_and_agreements():
    found = progress(Project().add(ASKED, OPEN))
    assert found.words == "1 of 2 questions answered, 1 agreed by both departments."


def test_no_question_is_no_progress():
    assert progress(Project()).words == "The interview has not begun."


def test_the_next_open_question_goes_round():
    project = Project().add(OPEN, ASKED)
    assert next_open(project, ASKED.id) == OPEN.id


def test_the_only_open_question_has_no_next():
    assert next_open(Project().add(OPEN, ASKED), OPEN.id) == ""


def test_a_question_says_how_far_it_is():
    assert state_words(OPEN) == "Asked of Service · not answered yet"


def test_the_sheet_has_a_table_for_each_department():
    found = interview_passages(Project().add(ASKED, OPEN))
    assert [(one.heading, one.rows[1][0]) for one in found] == [
        ("Asked of service", "When?"),
        ("Asked of Sales", "How many?"),
    ]
