import pytest
from hypothesis import given

from slaeditor.model.values.letters import Letters
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import letters


@given(letters)
def test_a_cell_reads_back_from_its_canonical_words(cell):
    assert Letters.parse(str(cell)) == cell


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("R", "R"),
        ("r", "R"),
        ("A/R", "R A"),
        ("RA", "R A"),
        ("R, A", "R A"),
        ("R & A", "R A"),
        ("raci", "R A C I"),
        ("R R", "R"),
        ("I S C", "S C I"),
        ("X R V", "R V X"),
        ("", ""),
        ("–", ""),
        ("I*", "I *"),
        ("RA(1)", "R A (1)"),
        ("R A (1) (2)", "R A (1) (2)"),
        ("C/I†", "C I †"),
        ('"SoW"', '"SoW"'),
        ('"SoW" (1)', '"SoW" (1)'),
    ],
)
def test_a_cell_is_read_as_people_type_it(typed, words):
    assert str(Letters.parse(typed)) == words


def test_capitals_that_may_be_a_word_are_refused_with_both_readings():
    with pytest.raises(Unreadable, match=r"'S O W' .* or '.SOW.'"):
        Letters.parse("SOW")


@pytest.mark.parametrize("typed", ["SoW", "R(1) A", "ab", "7", "R?", "Responsible", "Ä", "x" * 201])
def test_what_is_no_cell_is_refused(typed):
    with pytest.raises(Unreadable):
        Letters.parse(typed)


@pytest.mark.parametrize(
    "parts",
    [
        {"letters": ("RA",)},
        {"letters": ("r",)},
        {"marks": ("x",)},
        {"letters": ("R",), "text": "SoW"},
        {"text": "two  spaces"},
        {"text": "x" * 199},
    ],
)
def test_parts_that_do_not_belong_together_make_no_cell(parts):
    with pytest.raises(Unreadable):
        Letters(**parts)


def test_a_cell_knows_its_letters():
    assert "A" in Letters.parse("R A")
    assert "C" not in Letters.parse("R A")


def test_only_a_cell_without_letters_and_text_is_empty():
    assert Letters().is_empty
    assert not Letters.parse("R").is_empty
    assert not Letters.parse('"SoW"').is_empty


@pytest.mark.parametrize("words", ["n/a", "N/A", "n.a.", "–", ""])
def test_no_part_is_no_letter(words: str) -> None:
    assert Letters.parse(words).is_empty
