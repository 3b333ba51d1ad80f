"""What is written: words clients must not read, terms nobody explains, pictures."""

from slaeditor.model.backing import Person
from slaeditor.model.clients import GlossaryTerm
from slaeditor.model.compensation import Compensation, Direction
from slaeditor.model.document import Document, Picture
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, STAFF
from slaeditor.model.work import Role
from slaeditor.rules.checks import texts
from tests.rules.checks.check_builders import says

HANDBOOK = Document(name="Handbook")


def find(name, project):
    """Returns the sentences of the text rules of one name."""
    rules = [rule for rule in texts.text_rules() if rule.name == name]
    return [sentence for rule in rules for sentence in says(rule, project)]


def written(promise, *more, **values):
    """Returns a project with a level whose promise clients read."""
    level = ServiceLevel(**{"name": "Gold", "promise": promise, "readers": EVERYONE, **values})
    return Project().add(HANDBOOK, level, *more)


def test_a_penalty_in_words_for_clients_is_found():
    assert find("penalty-word", written("We pay a Penalty.")) == [
        "“What the client gets” of “Gold” says “Penalty” to clients."
    ]


def test_a_service_credit_in_words_for_clients_is_fine():
    assert find("penalty-word", written("We give a service credit.")) == []


def test_a_penalty_in_words_for_staff_is_fine():
    assert find("penalty-word", written("We pay a penalty.", readers=STAFF)) == []


def test_a_penalty_in_a_field_for_staff_is_fine():
    assert find("penalty-word", written("", staff_note="We pay a penalty.")) == []


def test_a_picture_that_is_missing_is_found():
    assert find("picture-missing", written("![Map](asset:site-map)")) == [
        "“What the client gets” of “Gold” shows the picture “site-map”, which is not there."
    ]


def test_a_picture_that_is_there_is_fine():
    project = written("![Map](asset:site-map)", Picture(name="Site map"))
    assert find("picture-missing", project) == []


def test_an_abbreviation_nobody_explains_is_found_once():
    assert says(texts.term_not_explained, written("A TAM. Your TAM calls.")) == [
        "“TAM” in “Gold” is not in the glossary."
    ]


def test_an_abbreviation_in_the_glossary_is_fine():
    project = written("A TAM.", GlossaryTerm(name="Technical manager", aliases="TAM"))
    assert says(texts.term_not_explained, project) == []


def test_a_currency_needs_no_explanation():
    assert says(texts.term_not_explained, written("5 EUR, as PDF.")) == []


def test_a_legal_form_is_part_of_a_name_and_needs_no_explanation():
    assert says(texts.term_not_explained, written("As agreed with Hansekontor AG.")) == []


def test_an_abbreviation_for_staff_needs_no_explanation():
    assert says(texts.term_not_explained, written("", staff_note="A TAM.")) == []


def test_the_name_of_a_person_in_words_for_clients_is_found():
    project = written("Ask Jo Smith.", Person(name="Jo Smith"))
    assert says(texts.internal_words_for_clients, project) == [
        (
            "“What the client gets” of “Gold” holds the name of a person, “Jo Smith”, and "
            "clients may read it."
        )
    ]


def test_the_name_of_a_person_in_words_for_staff_is_fine():
    project = written("", Person(name="Jo Smith"), staff_note="Ask Jo Smith.")
    assert says(texts.internal_words_for_clients, project) == []


def test_an_internal_contact_in_words_for_clients_is_found():
    project = written("Call 0555 1234.", Role(name="Desk", internal_contact="0555 1234"))
    assert len(says(texts.internal_words_for_clients, project)) == 1


def test_a_part_of_a_word_is_no_name():
    project = written("A Jo Smithy.", Person(name="Jo Smith"))
    assert says(texts.internal_words_for_clients, project) == []


def test_a_forbidden_word_in_words_for_clients_is_found_whatever_its_length():
    project = written("Our EBT is not your concern.")
    listed = project.put(HANDBOOK.but(never_for_clients="- margin floor\n- EBT"))
    assert says(texts.internal_words_for_clients, listed) == [
        "“What the client gets” of “Gold” holds the forbidden words “EBT”, and clients may read it."
    ]


def rewarded(readers):
    row = Compensation(name="Bonus", direction=Direction.REWARD, readers=readers)
    return Project().add(row)


def test_a_reward_that_clients_may_read_is_found():
    assert says(texts.reward_shown_to_clients, rewarded(EVERYONE)) == [
        "Clients may read “Bonus”, which is a reward."
    ]


def test_a_reward_for_staff_is_fine():
    assert says(texts.reward_shown_to_clients, rewarded(STAFF)) == []
