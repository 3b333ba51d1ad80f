import pytest
from hypothesis import given

from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.values.words import fold, is_tidy, quoted, tidy, uniform, unquoted
from tests.model.values.value_strategies import texts


@given(texts)
def test_tidy_words_stay_as_they_are(words):
    assert tidy(words) == words


@given(texts)
def test_quoted_words_come_back_from_their_quotes(words):
    assert unquoted(quoted(words)) == words


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\t", "\n", " \u200b "])
def test_every_space_is_a_plain_space(space):
    assert tidy(f"4{space}h") == "4 h"


@pytest.mark.parametrize("dash", "-‐‑‒–—−")
def test_every_dash_folds_to_a_hyphen(dash):
    assert fold(f"3{dash}4") == "3-4"


def test_comparison_signs_fold_to_what_a_keyboard_has():
    assert fold("≥ 3 ≤ 4 ×") == ">= 3 <= 4 x"


def test_uniform_words_keep_their_capitals():
    assert uniform("3–4 GB") == "3-4 GB"


@pytest.mark.parametrize("words", ["a\x00b", "a\x1bb", "a\u202eb", "a\ud800b"])
def test_invisible_control_characters_are_refused(words):
    with pytest.raises(Unreadable, match="control"):
        tidy(words)


def test_two_hundred_characters_are_allowed_and_one_more_is_not():
    assert tidy("x" * 200) == "x" * 200
    assert not is_tidy("x" * 201)


def test_words_with_doubled_spaces_are_not_tidy():
    assert not is_tidy("a  b")


@pytest.mark.parametrize("words", ["plain", '"', '""', '"a" b"', 'a "b"', '" "'])
def test_what_is_not_wholly_in_quotes_is_not_quoted(words):
    assert unquoted(words) is None


@pytest.mark.parametrize("words", ['"so"', "“so”", "„so“"])
def test_curly_quotes_are_quotes(words):
    assert unquoted(words) == "so"
