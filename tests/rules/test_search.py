"""Words are found whatever their case and accents, and replaced where somebody wants."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.search import Search, excerpt, folded, replaced, replacements


def hits(project: Project, words: str):
    return Search().hits(project, words)


def a_project() -> Project:
    return Project().add(
        ServiceLevel(name="Gold", promise="Überfällige Fälle ruft der Leiter an."),
        ServiceLevel(name="Silver", promise="Nothing but gold."),
        Service(name="Hosting"),
    )


def test_case_and_accents_do_not_matter():
    (hit,) = hits(a_project(), "uberfallige LEITER")
    assert (hit.title, hit.field) == ("Gold", "promise")


def test_titles_come_first():
    assert [hit.title for hit in hits(a_project(), "gold")] == ["Gold", "Silver"]


def test_every_word_has_to_be_there():
    assert hits(a_project(), "gold hosting") == ()


def test_no_words_find_nothing():
    assert hits(a_project(), "  ") == ()


def test_a_change_is_found_by_the_same_search():
    search, project = Search(), a_project()
    assert search.hits(project, "copper") == ()
    level = next(iter(project.service_levels))
    project = project.put(level.but(name="Copper"))
    assert [hit.row for hit in search.hits(project, "copper")] == [level.id]


def test_there_are_no_more_hits_than_asked_for():
    project = Project().add(*(Service(name=f"Service {n}") for n in range(90)))
    assert len(Search().hits(project, "service", 20)) == 20


def test_an_excerpt_shows_the_words_around():
    text = f"{'a ' * 60}needle{' b' * 60}"
    shown = excerpt(text, "needle")
    assert "needle" in shown
    assert (shown[0], shown[-1], len(shown) < 100) == ("…", "…", True)


def test_replacing_keeps_the_rest_of_the_words():
    project = a_project()
    found = replacements(project, "gold", "copper")
    assert [one.after for one in found] == ["copper", "Nothing but copper."]


def test_case_can_matter():
    assert [one.before for one in replacements(a_project(), "gold", "x", match_case=True)] == [
        "Nothing but gold."
    ]


def test_whole_words_can_be_asked_for():
    project = Project().add(Service(name="Host"), Service(name="Hosting"))
    found = replacements(project, "host", "x", whole_words=True)
    assert [one.before for one in found] == ["Host"]


def test_signs_with_a_meaning_in_patterns_are_only_signs():
    project = Project().add(Service(name="a.b (c)"))
    (one,) = replacements(project, "(c)", r"\1")
    assert one.after == r"a.b \1"


def test_only_what_is_chosen_is_replaced():
    project = a_project()
    found = replacements(project, "gold", "copper")
    after = replaced(project, found[1:])
    assert [one.name for one in after.service_levels] == ["Gold", "Silver"]
    assert next(iter(after.service_levels.where("name", "Silver"))).promise == "Nothing but copper."


def test_two_fields_of_one_record_are_both_replaced():
    project = Project().add(Service(name="old", description="old"))
    after = replaced(project, replacements(project, "old", "new"))
    (service,) = after.services
    assert (service.name, service.description) == ("new", "new")


@given(some.text(max_size=30))
def test_folding_twice_changes_nothing(words):
    assert folded(folded(words)) == folded(words)


@given(some.text("abc ", min_size=1, max_size=12), some.text("abc", max_size=3))
def test_what_was_replaced_is_found_no_more(words, other):
    project = Project().add(Service(name=words))
    after = replaced(project, replacements(project, "a", other.replace("a", "")))
    assert replacements(after, "a", "x") == ()
