"""Hostile texts end in words on a page or in one sentence, at once."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from slaeditor.model.kinds import LONGEST_PROSE, PROSE, TEXT
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.publish.render.markdown import prose
from slaeditor.publish.trouble import ProseTrouble
from tests.proofs.hostile_texts import hostile_texts

SECONDS = 2.0


def html(text: str) -> str:
    return str(prose(text, language="en", source="level Gold"))


def seconds_of(text: str) -> float:
    begun = time.process_time()
    with suppress(ProseTrouble):
        html(text)
    return time.process_time() - begun


def test_no_hostile_text_leaves_anything_active():
    for text in hostile_texts("file:///etc/passwd", "http://127.0.0.1:9"):
        try:
            made = html(text).lower()
        except ProseTrouble:
            continue
        for mark in ("<script", "<img", "<iframe", "<object", "<svg", "<link", "<style", "<base"):
            assert mark not in made, text
        assert 'href="file' not in made
        assert 'href="javascript' not in made


def test_a_text_is_no_template():
    assert "49" not in html("{{7*7}} {% include 'x' %} ${7*7} <%= 7*7 %>")


def test_a_word_of_a_megabyte_is_refused_at_once():
    begun = time.process_time()
    with pytest.raises(Unreadable, match="20,000"):
        PROSE.parse("x" * 1_000_000)
    assert time.process_time() - begun < SECONDS


def test_five_megabytes_pasted_from_elsewhere_are_refused_at_once():
    begun = time.process_time()
    with pytest.raises(Unreadable):
        PROSE.parse("Dear Sirs,\r\n\tplease find\u00a0enclosed \u2013 ".ljust(60) * 90_000)
    assert time.process_time() - begun < SECONDS


def test_the_longest_word_is_laid_out_as_html():
    assert seconds_of("x" * LONGEST_PROSE) < SECONDS


def test_as_many_combining_marks_as_fit_are_no_trouble():
    assert seconds_of("a" + "\u0301" * (LONGEST_PROSE - 1)) < SECONDS
    assert seconds_of("*a*" + "\u0301" * (LONGEST_PROSE - 3)) < SECONDS


@pytest.mark.parametrize("text", ["👩‍👩‍👧‍👦", "🏳️‍🌈 and 🇩🇪", "नमस्ते", "שלום 12 abc", "العربية 5 %"])
def test_letters_of_every_script_come_through(text: str):
    assert PROSE.parse(text) == text
    assert text[0] in html(text)


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e", "\u2066", "\ud800"])
def test_what_nobody_sees_is_refused_or_taken_out(sign: str):
    with pytest.raises(Unreadable):
        TEXT.parse(f"a{sign}b")
    assert sign not in html(f"a{sign}b")


def test_lines_end_alike_whatever_they_ended_with():
    assert PROSE.parse("a\r\nb\rc\nd\u2028e") == "a\nb\nc\nd\ne"


def test_two_thousand_rows_of_a_table_are_done_in_time():
    rows = "|a|b|\n|-|-|\n" + "|1|2|\n" * 2000
    assert len(rows) < LONGEST_PROSE
    assert seconds_of(rows) < SECONDS


def test_five_thousand_links_are_refused_at_once():
    text = "[a](https://x.example)" * 900
    begun = time.process_time()
    with pytest.raises(ProseTrouble, match="long run of marks"):
        html(text)
    assert time.process_time() - begun < SECONDS


def test_equal_headings_bring_no_names_of_their_own():
    made = html("# Same\n\ntext\n\n# Same\n\ntext")
    assert made.count("Same") == 2
    assert " id=" not in made


@pytest.mark.parametrize("deep", [200, 500])
def test_lists_and_quotes_without_bottom_are_refused_at_once(deep: int):
    lists = "\n".join(" " * 4 * at + "- x" for at in range(deep))[:LONGEST_PROSE]
    assert seconds_of(lists) < SECONDS
    assert seconds_of("> " * deep + "x") < SECONDS
