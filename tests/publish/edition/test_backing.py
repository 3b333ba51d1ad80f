"""The chain behind a promise, as the staff handbook shows it."""

from slaeditor.model.backing import Dependency, Supplier, SupportAgreement
from slaeditor.model.document import Language
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.target_value import TargetValue
from slaeditor.publish.document import Paragraph
from slaeditor.publish.figures import Chain
from tests.builders import open_to_all
from tests.publish.edition.sample import DESK, FAST, blocks, chapter, department, made

ACME = open_to_all(Supplier, name="Acme")


def backed(*parts, **agreement):
    """Returns the chapter of a project in which parts stand behind a promise."""
    line = open_to_all(SupportAgreement, name="Line", supplier=ACME.id, **agreement)
    project = department().add(ACME, line, *parts)
    carried = Dependency(target=FAST.id, agreement=line.id, order=3, readers=FAST.readers)
    return chapter(made(project=project.add(carried)), "What stands behind our promises")


def own(words, order):
    """Returns own work under the promise of 4 service hours."""
    return Dependency(
        target=FAST.id,
        name=f"Work of {words}",
        takes=Duration.parse(words),
        order=order,
        readers=FAST.readers,
    )


def drawn(part):
    """Returns the one figure of a chapter."""
    (found,) = [one for one in blocks(part) if isinstance(one, Chain)]
    return found


def told(part):
    """Returns the paragraphs of a chapter."""
    return [one.text for one in blocks(part) if isinstance(one, Paragraph)]


def test_an_agreement_is_drawn_with_the_time_it_owes():
    figure = drawn(backed(value=TargetValue.parse("8 h")))
    assert [(one.title, one.minutes) for one in figure.links][:1] == [("Line", 480)]


def test_a_promise_on_service_hours_is_drawn_in_elapsed_time():
    """Four of 40 open hours a week are 4 × 168 / 40 = 16.8 hours."""
    assert drawn(backed(value=TargetValue.parse("8 h"))).promise.minutes == 1008


def test_parts_of_one_order_are_drawn_side_by_side():
    figure = drawn(backed(own("1 h", 1), own("2 h", 1), value=TargetValue.parse("1 h")))
    assert [one.beside for one in figure.links][:3] == [False, True, False]


def test_a_hole_is_told_with_whose_it_is_and_who_owns_the_case():
    part = backed(value=TargetValue.parse("24 h"), owner_in_dispute=DESK.id)
    assert told(part)[:3] == [
        (
            "Together this takes 24 hours, but only 16.8 hours is promised, by the wall clock in a "
            "usual week: 7.2 hours too long."
        ),
        "Most of it is “Line” (Acme).",
        ("While those who carry it dispute whose fault it is, the case is owned by: Service desk."),
    ]


def test_time_to_spare_that_depends_on_the_start_is_told():
    part = backed(value=TargetValue.parse("12 h"))
    assert told(part)[-1] == (
        "A case that begins Monday 09:00 is due Monday 13:00, but this may take until Monday "
        "21:00: 8 hours too long."
    )


def test_the_chain_is_told_in_german():
    line = open_to_all(SupportAgreement, name="Line", value=TargetValue.parse("8 h"))
    carried = Dependency(target=FAST.id, agreement=line.id, readers=FAST.readers)
    project = department().add(line, carried)
    document = next(iter(project.document)).but(language=Language.GERMAN)
    part = chapter(made(project=project.put(document)), "Was hinter unseren Zusagen steht")
    assert any(words.startswith("Zusammen dauert das 8 Stunden von 16,8") for words in told(part))
