"""The version that is suggested after one that is taken."""

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.rules.next_version import next_version


def test_a_version_that_nothing_has_stays():
    assert next_version("1.0", ()) == "1.0"


def test_the_last_number_of_a_taken_version_is_raised():
    assert next_version("1.0", {"1.0"}) == "1.1"


def test_a_nine_becomes_a_ten():
    assert next_version("1.9", {"1.9"}) == "1.10"


def test_versions_that_are_taken_too_are_passed_over():
    assert next_version("1.0", {"1.0", "1.1"}) == "1.2"


def test_a_version_without_a_number_gets_one():
    assert next_version("Spring", {"Spring", "Spring 2"}) == "Spring 3"


@given(st.text(max_size=12), st.integers(0, 5))
def test_what_is_suggested_is_never_taken(version, count):
    taken: list[str] = []
    for _ in range(count):
        taken.append(next_version(version, taken))
    assert len(set(taken)) == count
