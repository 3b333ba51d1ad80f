"""A slip in a text is told with its line, what was written and what would be right."""

from __future__ import annotations

import contextlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.exchange import trouble
from slaeditor.exchange.text_form import dump, load
from slaeditor.exchange.trouble import Problem, TextFormTrouble
from tests.projects import made_project

TABLES = ("document", "service_levels", "targets", "price_plans", "calendars", "roles", "people")
WHOLE = dump(made_project(1, 1, TABLES))


def problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with a text."""
    with pytest.raises(TextFormTrouble) as caught:
        load(text)
    return caught.value.problems


def problem(text: str) -> Problem:
    """The only thing wrong with a text."""
    (only,) = problems(text)
    return only


def test_an_unknown_table_is_told_with_the_nearest():
    found = problem("format: 1\nservice levls: {}\n")
    assert found.line == 2
    assert "“service levls”" in found.sentence
    assert "“service levels”" in found.sentence


def test_an_unknown_field_is_told_with_the_nearest_and_with_all():
    found = problem("service levels:\n  gold:\n    promis: x\n")
    assert found.line == 3
    assert "Did you mean “promise”?" in found.sentence
    assert "based on" in found.sentence


def test_a_label_from_the_form_leads_to_its_field():
    found = problem("service levels:\n  gold: {What the client gets: all}\n")
    assert "Did you mean “promise”?" in found.sentence


def test_words_against_the_grammar_are_told_with_the_label():
    found = problem("calendars:\n  office:\n    hours: nine to five\n")
    assert found.line == 3
    assert found.sentence.startswith("Service hours, Hours: ")


def test_a_reference_to_nothing_is_told_with_the_nearest():
    text = "service levels: {silver: , gold: }\nclients:\n  acme: {level: sliver}\n"
    assert problem(text) == Problem(
        3, "Service level: there is no service level “sliver”. Known are “silver”."
    )


def test_all_is_not_a_key():
    found = problem("phases: {start: {levels: all}}\nservice levels: {gold: }\n")
    assert found.sentence.endswith("To mean all, leave the field out.")


def test_words_that_two_records_have_are_ambiguous():
    text = """\
measures: {reply: }
severities: {one: , two: }
service levels:
  gold: {targets: [{measure: reply, value by severity: {one: 1 h, two: 2 h}}]}
evidence: {survey: {backs: reply gold}}
"""
    assert "means 2 rows" in problem(text).sentence


def test_a_doubled_key_is_told_with_both_lines():
    found = problem("roles:\n  ann: {}\n  Ann: {}\n")
    assert found == Problem(3, "“Ann” stands here a second time; the first is in line 2.")


def test_a_doubled_key_of_list_items_is_told():
    found = problem("targets:\n  - {key: a}\n  - {key: a}\n")
    assert (found.line, "line 2" in found.sentence) == (3, True)


def test_a_doubled_field_is_told_whichever_way_it_is_spelled():
    assert (
        "second time"
        in problem("roles:\n  ann: {reports to: bob, reports_to: bob}\n  bob: {}").sentence
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("roles: &a {x: }", "Anchors"),
        ("roles: {x: &a y}", "Anchors"),
        ("roles: *a", "Aliases"),
        ("roles: !!map {}", "Tags"),
        ("roles: {x: !python/object:os.system y}", "Tags"),
        ("roles: {[a]: b}", "A list or mapping stands where a name must"),
        ("roles: {}\n---\nroles: {}", "second document"),
        ("- a\n- b", "A project begins with names of tables"),
        ("only words", "A project begins with names of tables"),
        ("roles:\n\tann: {}", "indent with spaces"),
        ("roles: {ann: {description: > 5}}", "Put quotes around words"),
        ("roles: [a", "no readable YAML"),
        ("roles: {x: \x01}", "U+0001"),
        ("[" * 100, "mappings and lists stand in each other"),
        ("format: 2", "This program reads format 1"),
        ("roles: ann", "stands where rows must"),
        ("roles: [ann]", "made of names and values"),
        ("roles: {ann: {name: [a]}}", "is words, not a list or mapping"),
        ("roles: {ann: {reports to: [a, b]}}", "takes one key"),
        ("service levels: {gold: {kind: ''}}", "cannot be empty"),
        ("ids: {roles/ann: x}\nroles: {ann: }", "needs a UUID"),
        ("ids: x", "one line a record"),
        ("roles: {ann: {readers: friends}}", "is no reader"),
        ("clients: {acme: {special deals: {x: {client: acme}}}}", "leave it out"),
        ("calendars: {o: {hours: Mon 09:00–17:00, Sat 10:00–12:00}}", "comma inside"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, told: str):
    assert told in " ".join(one.sentence for one in problems(text))


def test_words_that_commas_cut_are_told_once_and_whole():
    found = problem("roles: {a: , b: , c: }\nreports:\n  r: {participants: a, b, c, name: All}\n")
    assert found.line == 3
    assert found.sentence.endswith('Write participants: "a, b, c".')


def test_an_empty_name_on_its_own_line_is_an_unknown_field():
    assert "is no field" in problem("roles:\n  ann:\n    contact: x\n    nonsense:\n").sentence


def test_words_without_a_figure_are_told_how_to_stay_free_words():
    found = problem("measures: {copy: }\ntargets:\n  - {measure: copy, value: on a change}\n")
    assert found.sentence.endswith("""'"on a change"'.""")


def test_words_in_both_quotes_are_free_words():
    text = "measures: {copy: }\ntargets:\n  - {measure: copy, value: '\"on a change\"'}\n"
    (target,) = load(text).targets
    assert target.value is not None
    assert str(target.value) == '"on a change"'


def test_a_mistyped_figure_is_not_offered_as_free_words():
    found = problem("measures: {copy: }\ntargets:\n  - {measure: copy, value: 4 hous}\n")
    assert "both quotes" not in found.sentence


def test_a_key_cannot_stand_for_a_grid_of_rows():
    text = (
        "service levels: {gold: }\nmeasures: {reply: }\ntargets: {a: {value by level: {gold: 1 h}}}"
    )
    assert "cannot share the key" in problem(text).sentence


def test_two_records_cannot_have_one_identity():
    same = "11111111-2222-4333-8444-555555555555"
    text = f"roles: {{a: , b: }}\nids:\n  roles/a: {same}\n  roles/b: {same}\n"
    assert "cannot be the same record" in problem(text).sentence


def test_several_slips_are_told_together_in_the_order_of_their_lines():
    text = "roles:\n  ann: {nam: x}\n  bob: {reports to: eve}\nphase: {}\n"
    assert [one.line for one in problems(text + "calendars: {o: {hours: x}}\n")] == [2, 3, 4, 5]


def test_no_more_than_twenty_are_told():
    text = "roles:\n" + "".join(f"  r{n}: {{wrong: x}}\n" for n in range(100))
    assert len(problems(text)) == trouble.MOST_PROBLEMS


def test_the_whole_says_its_first_problem_and_what_to_do():
    with pytest.raises(TextFormTrouble) as caught:
        load("nothing: {}")
    assert caught.value.sentence.startswith("Line 1: There is no table “nothing”.")
    assert "lines named" in caught.value.remedy


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("slaeditor.exchange.nodes.LONGEST", 10)
    assert "longer than" in problem("roles: {ann: {}}").sentence


DAMAGE = (
    *("", ":", "- ", "  ", "\n", "{", "}", "[", "]", "'", '"', "|", ">", "&a ", "*a", "!x ", "%"),
    *("#", "?", "\t", "é", "\x00", "\u2028", "9" * 30, "1e999", "NaN", "0/0", ",", "@", "/"),
)


@given(st.integers(0, 10**6), st.lists(st.sampled_from(DAMAGE), min_size=1, max_size=5))
@settings(max_examples=300, deadline=None)
def test_a_damaged_text_is_read_or_refused_and_nothing_else(seed: int, damage: list[str]):
    source = random.Random(seed)
    text = WHOLE
    for piece in damage:
        start = source.randrange(len(text))
        text = text[:start] + piece + text[start + source.randint(0, 8) :]
    with contextlib.suppress(TextFormTrouble):
        load(text)
