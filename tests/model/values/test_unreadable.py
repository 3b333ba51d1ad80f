from slaeditor.model.values.unreadable import Unreadable, ambiguous, refused, unreadable


def test_the_sentence_says_what_was_typed_what_is_expected_and_an_example():
    sentence = unreadable("foo", "a duration", "4 h").sentence
    assert sentence == "“foo” is not a duration. Type it like '4 h'."


def test_three_examples_are_joined_by_commas_and_or():
    assert unreadable("x", "a week", "a", "b", "c").sentence.endswith("'a', 'b' or 'c'.")


def test_nothing_typed_is_said_to_be_nothing():
    sentence = unreadable(" ", "a duration", "4 h").sentence
    assert sentence == "Nothing is typed here. Expected is a duration, such as '4 h'."


def test_long_words_are_shortened_in_the_sentence():
    assert len(unreadable("word " * 200, "a duration").sentence) < 80


def test_line_breaks_in_what_was_typed_do_not_break_the_sentence():
    assert "\n" not in refused("a\nb", "Type it again.").sentence


def test_each_reading_of_ambiguous_words_is_given_with_its_sense():
    sentence = ambiguous("2 days", ("2 a", "first"), ("2 b", "second")).sentence
    assert sentence == "“2 days” can be read in two ways. Say '2 a' (first) or '2 b' (second)."


def test_it_is_a_value_error_that_prints_its_sentence():
    error = refused("x", "Advice.")
    assert isinstance(error, ValueError)
    assert str(error) == error.sentence
    assert isinstance(error, Unreadable)
