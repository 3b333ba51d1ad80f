"""The document as a whole."""

from datetime import date

from slaeditor.model.document import Comment, Decision, Document, SignOff, Waiver
from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.levels import Channel, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, PriorityRule, Severity
from slaeditor.model.readers import STAFF
from slaeditor.model.selling import BreachReport
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.checks import documents
from tests.builders import open_to_all
from tests.rules.checks.check_builders import (
    BRONZE,
    GUARANTEED,
    MINOR,
    RESPONSE,
    SILVER,
    TODAY,
    a_target,
    promises,
    says,
)

HANDBOOK = Document(name="Handbook")
YESTERDAY = date(2026, 5, 31)


def test_technical_measures_alone_are_found():
    project = Project().add(HANDBOOK, Measure(name="Uptime"))
    assert len(says(documents.no_outcome_measure, project)) == 1


def test_one_measure_that_matters_is_enough():
    project = Project().add(HANDBOOK, Measure(name="Uptime"), Measure(name="Mood", outcome=True))
    assert says(documents.no_outcome_measure, project) == []


def test_a_document_out_of_force_is_found():
    project = Project().add(HANDBOOK.but(effective_to=YESTERDAY))
    assert says(documents.document_out_of_date, project) == [
        "The document has been out of force since 2026-05-31."
    ]


def test_an_overdue_review_is_found():
    project = Project().add(HANDBOOK.but(next_review=YESTERDAY))
    assert len(says(documents.document_out_of_date, project)) == 1


def test_a_review_that_is_due_today_is_fine():
    project = Project().add(HANDBOOK.but(next_review=TODAY, effective_to=TODAY))
    assert says(documents.document_out_of_date, project) == []


def test_a_severity_without_words_is_found():
    assert says(documents.severity_vague, Project().add(Severity(name="Critical"))) == [
        "“Critical” is not defined.",
        "“Critical” has no example.",
        "Nothing says who sets “Critical”.",
    ]


def test_a_severity_with_words_is_fine():
    row = Severity(name="Critical", definition="All stands.", example="No mail.", set_by="Client")
    assert says(documents.severity_vague, Project().add(row)) == []


def test_a_target_for_a_severity_the_level_lacks_is_found():
    project = promises(a_target(RESPONSE, "4 h", MINOR, SILVER)).put(MINOR.but(levels=(BRONZE.id,)))
    assert says(documents.severity_not_in_level, project) == [
        "“First response · Minor · Silver” is promised, but “Silver” has no “Minor”."
    ]


def test_a_target_for_a_severity_the_level_has_is_fine():
    project = promises(a_target(RESPONSE, "4 h", MINOR, BRONZE)).put(MINOR.but(levels=(BRONZE.id,)))
    assert says(documents.severity_not_in_level, project) == []


def aiming_for(words):
    return promises(a_target(RESPONSE, "4 h", internal_value=TargetValue.parse(words)))


def test_a_looser_goal_inside_is_found():
    assert says(documents.internal_goal_looser, aiming_for("5 h")) == [
        "Inside we aim for 5 h, less than the 4 h promised by “First response”."
    ]


def test_the_same_goal_inside_is_fine():
    assert says(documents.internal_goal_looser, aiming_for("4 h")) == []


def a_matrix(*cells):
    rows = [PriorityRule(impact=impact, urgency=urgency) for impact, urgency in cells]
    return Project().add(HANDBOOK, *rows)


def test_a_missing_cell_of_the_priority_matrix_is_found():
    project = a_matrix(("High", "High"), ("High", "Low"), ("Low", "High"))
    assert says(documents.priority_cell_missing, project) == [
        "The priority matrix has no severity for “Low × Low”."
    ]


def test_a_rule_that_overrides_the_matrix_is_no_cell_of_it():
    override = PriorityRule(impact="any", urgency="any", override="Data are at risk.", position=9)
    project = a_matrix(("High", "High"), ("High", "Low")).put(override)
    assert says(documents.priority_cell_missing, project) == []


def test_a_full_priority_matrix_is_fine():
    project = a_matrix(("High", "High"), ("High", "Low"), ("Low", "High"), ("Low", "Low"))
    assert says(documents.priority_cell_missing, project) == []


def guaranteed(*more):
    return promises(a_target(RESPONSE, "4 h", strength=GUARANTEED), *more)


def test_a_guarantee_nobody_signed_off_is_found():
    assert len(says(documents.measure_not_agreed, guaranteed())) == 1


def test_a_guarantee_somebody_signed_off_is_fine():
    signed = SignOff(measure=RESPONSE.id, decision=Decision.AGREED)
    assert says(documents.measure_not_agreed, guaranteed(signed)) == []


def test_an_objection_is_found():
    row = SignOff(signer="Sales", decision=Decision.OBJECTS, comment="Too slow.")
    assert says(documents.objection, Project().add(row)) == ["Sales objects: Too slow."]


def test_an_agreement_is_fine():
    row = SignOff(signer="Sales", decision=Decision.AGREED)
    assert says(documents.objection, Project().add(row)) == []


def test_a_guarantee_whose_miss_nobody_tells_is_found():
    assert len(says(documents.breach_not_reported, guaranteed())) == 1


def test_a_guarantee_whose_miss_is_told_is_fine():
    project = guaranteed(BreachReport(name="Letter", measure=RESPONSE.id))
    assert says(documents.breach_not_reported, project) == []


def test_a_loss_without_lesson_is_found():
    assert len(says(documents.loss_without_lesson, Project().add(LossInterview(name="Ash")))) == 3


def test_a_loss_that_could_not_be_helped_is_fine():
    row = LossInterview(name="Ash", cause=LossCause.NOT_PREVENTABLE)
    assert says(documents.loss_without_lesson, Project().add(row)) == []


def test_a_loss_with_a_lesson_is_fine():
    row = LossInterview(
        name="Ash", broken_step="x", action="We call.", shared_with_sales_on=YESTERDAY
    )
    assert says(documents.loss_without_lesson, Project().add(row)) == []


def test_an_open_comment_is_found():
    assert says(documents.comment_open, Project().add(Comment(words="Why?"))) == [
        "The comment “Why?” is not settled."
    ]


def test_a_settled_comment_is_fine():
    assert says(documents.comment_open, Project().add(Comment(words="Why?", settled=True))) == []


def test_a_waiver_that_is_over_is_found():
    assert len(says(documents.waiver_over, Project().add(Waiver(rule="x", until=YESTERDAY)))) == 1


def test_a_waiver_that_holds_today_is_fine():
    assert says(documents.waiver_over, Project().add(Waiver(rule="x", until=TODAY))) == []


def test_a_chapter_nobody_knows_is_found():
    project = Project().add(Document(client_left_out="glossary, glosary"))
    assert says(documents.unknown_chapter, project) == [
        "“glosary” is no chapter, so nothing is left out for it."
    ]


def test_chapters_by_their_names_are_fine():
    project = Project().add(Document(staff_left_out="Glossary, role-cards"))
    assert says(documents.unknown_chapter, project) == []


def test_a_promise_to_clients_without_a_way_to_ask_is_found():
    level = open_to_all(ServiceLevel, name="Gold")
    silent = open_to_all(Channel, name="Telephone")
    hidden = Channel(name="Hotline", address="+44 20 7946 0000", readers=STAFF)
    assert says(documents.nobody_to_call, Project().add(HANDBOOK, level, silent, hidden)) == [
        "Clients read nowhere how to reach you: no channel of theirs has an address."
    ]


def test_a_channel_with_an_address_for_clients_is_enough():
    level = open_to_all(ServiceLevel, name="Gold")
    phone = open_to_all(Channel, name="Telephone", address="+44 20 7946 0000")
    assert says(documents.nobody_to_call, Project().add(HANDBOOK, level, phone)) == []


def test_who_promises_clients_nothing_needs_no_address():
    assert says(documents.nobody_to_call, Project().add(HANDBOOK, SILVER.but(readers=STAFF))) == []
