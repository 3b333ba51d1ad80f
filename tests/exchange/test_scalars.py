"""Whatever people type stands in the text form and comes back letter by letter."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.exchange import nodes, scalars
from slaeditor.exchange.text_form import dump, load
from slaeditor.model.document import FreeChapter
from slaeditor.model.project import Project
from slaeditor.model.promises import Target

AWKWARD = (
    *("no", "12:30", "~", "null", "- dash", "a: b", "a #b", "{x}", "[y]", "*x", "&x", "!x", "%x"),
    *("@x", "`x`", '"x"', "'x'", "| x", "> 5 min", "=1+1", "<<", "---", "...", " lead", "trail "),
    *("Größe", "日本", "\x85", "\ufeff", "\xa0", "item", "item-2", "a, b", "gold/silver"),
    *("00000000-0000-4000-8000-000000000000", "?", ":", "x:", "-", "ids", "1e3", "0x1f", "a\\b"),
)
AWKWARD_LINES = (
    *(
        "a\nb",
        "a\nb\n",
        "a\n\n\n",
        "\n",
        "\n\na",
        "  a\nb",
        "a\n  b",
        "a\n \nb",
        "a\n\tb",
        "\ta\nb",
    ),
    *(
        "a \nb ",
        "# Head\n\n- one\n- two",
        "a\n---\nb",
        "a\n...\nb",
        " \n",
        "\n a",
        "a\n#b: c",
        " a\nb",
    ),
)
CHARACTERS = st.characters(
    min_codepoint=32,
    exclude_categories=["Cs"],
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff\x7f"
    "\u2028\u2029",
)
words = st.sampled_from(AWKWARD) | st.text(CHARACTERS, max_size=30)
lines = st.sampled_from(AWKWARD_LINES) | st.text(
    CHARACTERS | st.sampled_from("\n\n\t -:#"), max_size=50
)


def spoken_of(name: str, body: str) -> Project:
    """A project in which the words stand as a key's name, a value, a block and between braces."""
    return Project().add(
        FreeChapter(name=name, lead=name, body=body),
        FreeChapter(name=name, body=name),
        Target(footnote=name),
        Target(condition=body),
    )


@given(words, lines)
def test_words_come_back_as_they_were_typed(name: str, body: str):
    project = spoken_of(name, body)
    assert load(dump(project)) == project


@pytest.mark.parametrize("loader", [yaml.SafeLoader, nodes.LOADER])
@pytest.mark.parametrize("text", [*AWKWARD, *AWKWARD_LINES])
def test_both_parsers_read_awkward_words_alike(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(nodes, "LOADER", loader)
    project = spoken_of(text.replace("\n", " ").replace("\t", " "), text)
    assert load(dump(project)) == project


@pytest.mark.parametrize(
    "plain", ["Gold", "12:30", "no", "4 service h", "≥ 99.9 %", "Ärger – groß"]
)
def test_harmless_words_need_no_quotes(plain: str):
    assert scalars.inline(plain) == plain


def test_several_lines_are_written_as_a_block():
    assert scalars.block("one\n\ntwo", 2) == ["|", "  one", "", "  two"]


def test_a_line_separator_is_read_as_an_end_of_line():
    chapter = FreeChapter(name="Notes", body="one\u2028two")
    (found,) = load(dump(Project().add(chapter))).free_chapters
    assert found.body == "one\ntwo"
