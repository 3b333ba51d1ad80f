"""The small marks of good printing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.render.typography import NO_BREAK, cleaned, joined, typeset, words

NB = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "language", "printed"),
    [
        ('He said "now".', "en-GB", "He said “now”."),
        ('Er sagte "jetzt".', "de-DE", "Er sagte „jetzt“."),
        ("the client's case", "en-GB", "the client’s case"),
        ("'quoted' words", "en-GB", "‘quoted’ words"),
        ("in the '90s", "en-GB", "in the ’90s"),
        ('("now")', "en-GB", "(“now”)"),
        ("09:00-17:00", "en-GB", "09:00–17:00"),
        ("Mon-Fri", "en-GB", "Mon–Fri"),
        ("Mo-Fr", "de-DE", "Mo–Fr"),
        ("95-98 %", "en-GB", f"95–98{NB}%"),
        ("24x7", "en-GB", "24×7"),
        ("within 15 min", "en-GB", f"within 15{NB}min"),
        ("4 service h", "en-GB", f"4{NB}service h"),
        ("100 EUR", "en-GB", f"100{NB}EUR"),
        ("<= 4 h", "en-GB", f"≤{NB}4{NB}h"),
        ("this - that", "en-GB", f"this{NB}– that"),
        ("and so on...", "en-GB", "and so on…"),
        ("✅ done, ❌ not", "en-GB", "✓ done, ✗ not"),
    ],
)
def test_marks_are_set_as_a_printer_sets_them(typed, language, printed):
    assert typeset(typed, language) == printed


@pytest.mark.parametrize(
    "typed",
    ["2026-11-22", "+49-30-123", "ESC-014", "555-1234", "24/7", "well-known", "v1-2", "1-2-3"],
)
def test_dates_numbers_and_identifiers_are_left_alone(typed):
    assert typeset(typed, "en-GB") == typed


def test_a_mark_at_the_start_opens_or_closes_by_what_stands_before_it():
    assert typeset('"', "en", before="x") == "”"
    assert typeset('"x', "en", before=" ") == "“x"


def test_control_characters_and_direction_overrides_are_taken_out():
    assert cleaned("a\x00b\u202ec\u2066d\x1be") == "abcde"


def test_lone_surrogates_are_taken_out():
    assert cleaned("a\ud800b") == "ab"


def test_every_kind_of_line_break_becomes_one():
    assert cleaned("a\r\nb\rc\u2028d") == "a\nb\nc\nd"


def test_stacked_accents_are_cut_to_four():
    assert cleaned("a" + "\u0301" * 20_000) == "a" + "\u0301" * 4


@given(st.text())
def test_setting_twice_changes_nothing_more_in_cleaning(text):
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text(alphabet="abc 123-.:\"'x%h<>=…"))
def test_typesetting_never_fails_and_never_adds_letters(text):
    letters = sum(letter.isalpha() for letter in words(text, "en"))
    assert letters <= sum(letter.isalpha() for letter in text)


J = "\u2060"


@pytest.mark.parametrize(
    ("words_", "held"),
    [
        ("08:00–20:00", f"08:00{J}–{J}20:00"),
        ("Mon–Fri, Mo–Fr", f"Mon{J}–{J}Fri, Mo{J}–{J}Fr"),
        ("2–3 days – or more", f"2{J}–{J}3 days – or more"),
        ("Kampagne–Montage", "Kampagne–Montage"),
        (
            '<a href="https://example.org/1–2">1–2</a>',
            f'<a href="https://example.org/1–2">1{J}–{J}2</a>',
        ),
    ],
)
def test_no_line_ends_within_a_range(words_, held):
    assert joined(words_) == held


def test_days_of_every_clock_stay_with_their_number_in_german():
    for unit in ("Tag", "Kalendertage", "Servicetagen", "Arbeitstage", "Werktag"):
        assert typeset(f"nach 2 {unit}", "de") == f"nach 2{NO_BREAK}{unit}"
