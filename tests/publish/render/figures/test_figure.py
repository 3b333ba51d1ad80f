"""Figures are drawn from their own values, and no words in them meet."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.figures import (
    Chain,
    ChainLink,
    Curve,
    CurvePoint,
    Figure,
    LaneBox,
    Moment,
    SwimLanes,
    Timeline,
    WeekPicture,
)
from slaeditor.publish.render.figures.figure import svg
from slaeditor.publish.render.figures.lettering import width
from tests.publish import editions

ACCENT = "#0b5c8a"
SVG = "{http://www.w3.org/2000/svg}"
FIGURES: dict[str, Figure] = {
    "timeline": editions.timeline(),
    "dense timeline": editions.timeline(9),
    "week": editions.week(),
    "curve": editions.curve(),
    "lanes": editions.lanes(),
    "chain": editions.chain(),
}
WORDS = st.text(alphabet="abcdefghWM äß", min_size=1, max_size=60).filter(str.strip)


@dataclass(frozen=True)
class Words:
    text: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Words) -> bool:
        return (
            self.left < other.right - 0.3
            and other.left < self.right - 0.3
            and self.top < other.bottom - 0.3
            and other.top < self.bottom - 0.3
        )


def words_in(figure: object) -> list[Words]:
    return list(_words(ET.fromstring(svg(figure, ACCENT)), 0))  # type: ignore[arg-type]


def _words(element, down):
    moved = re.match(r"translate\(0 ([-\d.]+)\)", element.get("transform", ""))
    down += float(moved.group(1)) if moved else 0
    if element.tag == f"{SVG}text":
        size, x, y = (float(element.get(name)) for name in ("font-size", "x", "y"))
        wide = width(element.text or "", size, bold=element.get("font-weight") == "600")
        left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[element.get("text-anchor")]
        yield Words(
            element.text or "", left, left + wide, y + down - size * 0.75, y + down + size * 0.22
        )
    for child in element:
        yield from _words(child, down)


def meeting(figure: object) -> list[tuple[str, str]]:
    return [(a.text, b.text) for a, b in combinations(words_in(figure), 2) if a.meets(b)]


def outside(figure: object) -> list[str]:
    _, _, wide, high = map(float, ET.fromstring(svg(figure, ACCENT)).get("viewBox").split())  # type: ignore[arg-type, union-attr]
    return [
        each.text
        for each in words_in(figure)
        if each.left < -0.5
        or each.right > wide + 0.5
        or each.top < -0.5
        or each.bottom > high + 0.5
    ]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_a_document_of_its_own(name):
    root = ET.fromstring(svg(FIGURES[name], ACCENT))
    assert root.tag == f"{SVG}svg"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == FIGURES[name].alternative


@pytest.mark.parametrize("name", FIGURES)
def test_no_words_meet(name):
    assert not meeting(FIGURES[name])


@pytest.mark.parametrize("name", FIGURES)
def test_no_words_leave_the_picture(name):
    assert not outside(FIGURES[name])


@pytest.mark.parametrize("name", FIGURES)
def test_the_same_values_give_the_same_picture(name):
    assert svg(FIGURES[name], ACCENT) == svg(FIGURES[name], ACCENT)


@pytest.mark.parametrize("name", FIGURES)
def test_a_picture_holds_nothing_but_shapes_and_words(name):
    tags = {
        element.tag.removeprefix(SVG)
        for element in ET.fromstring(svg(FIGURES[name], ACCENT)).iter()
    }
    assert tags <= {"svg", "title", "g", "text", "rect", "circle", "polygon", "path"}


@given(
    st.lists(st.tuples(st.integers(0, 100_000), WORDS, WORDS, WORDS), min_size=1, max_size=6),
)
def test_moments_never_meet_whatever_they_say(rows):
    moments = tuple(Moment(at, a, b, c) for at, a, b, c in sorted(rows))
    assert not meeting(Timeline("", "x", moments))


@given(st.lists(st.integers(0, 100_000), min_size=7, max_size=25))
def test_the_numbers_of_a_dense_timeline_never_meet(times):
    moments = tuple(Moment(at, "T", "t") for at in sorted(times))
    figure = Timeline("", "x", moments)
    assert not meeting(figure)
    assert not outside(figure)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 900), WORDS), max_size=3))
def test_the_words_of_pauses_never_meet(pauses):
    spans = tuple((start, start + long, words) for start, long, words in sorted(pauses))
    assert not meeting(replace(editions.timeline(9), pauses=spans))


@given(
    st.lists(WORDS, min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 4), WORDS), min_size=1, max_size=7),
)
def test_boxes_in_lanes_never_meet(lanes, boxes):
    placed = tuple(LaneBox(lane % len(lanes), words, "≤ 2 h") for lane, words in boxes)
    figure = SwimLanes("", "x", tuple(lanes), placed)
    assert not meeting(figure)
    assert not outside(figure)


@given(WORDS, st.lists(st.tuples(WORDS, st.integers(0, 5000), WORDS), max_size=8))
def test_links_of_a_chain_never_meet(promise, links):
    figure = Chain(
        "", "x", ChainLink(promise, 240, "promised"), tuple(ChainLink(a, n, b) for a, n, b in links)
    )
    assert not meeting(figure)
    assert not outside(figure)


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=9),
    st.lists(st.tuples(st.integers(0, 10**6), WORDS), max_size=4, unique_by=lambda mark: mark[0]),
)
def test_the_marks_of_a_curve_never_meet(points, marks):
    figure = Curve(
        "", "x", "x", "y", tuple(CurvePoint(x, y) for x, y in points), marks=tuple(marks)
    )
    assert not meeting(figure)
    assert not outside(figure)


def test_a_bar_shows_its_hours_where_they_fit():
    figure = WeekPicture("", "x", ((1, 540, 1020), (2, 540, 560)), ("Mon", "Tue"))
    shown = {each.text for each in words_in(figure)}
    assert "09:00–17:00" in shown
    assert "09:00–09:20" not in shown


def test_moments_stand_in_their_order_on_the_line():
    figure = editions.timeline(9)
    numbers = [each for each in words_in(figure) if each.text.isdigit()]
    assert [each.text for each in sorted(numbers, key=lambda each: each.left)] == list("123456789")


def test_a_link_that_takes_no_time_has_no_bar():
    def bars(*links: ChainLink) -> int:
        return svg(Chain("", "x", ChainLink("P", 10), links), ACCENT).count("<rect")

    assert bars(ChainLink("Nothing", 0, tone="slack")) == bars()


def test_shapes_tell_the_tones_apart_without_colour():
    def shape(tone: str) -> str:
        moments = (Moment(0, "a", "b", tone=tone),)
        return re.sub(r"#[0-9a-f]{6}", "", svg(Timeline("", "x", moments), ACCENT))

    assert len({shape(tone) for tone in ("", "warning", "due", "breach")}) == 4


@pytest.mark.parametrize(
    "figure",
    [
        Timeline("", "x", ()),
        WeekPicture("", "x", (), ()),
        Curve("", "x", "", "", ()),
        SwimLanes("", "x", (), ()),
        SwimLanes("", "x", ("Client",), ()),
        Chain("", "x", ChainLink("Promise", 0), ()),
    ],
    ids=lambda figure: type(figure).__name__,
)
def test_a_figure_of_nothing_is_still_a_picture(figure):
    assert ET.fromstring(svg(figure, ACCENT)).tag == f"{SVG}svg"


def test_links_of_a_chain_side_by_side_begin_together():
    def lefts(*links: ChainLink) -> list[str]:
        drawn = svg(Chain("", "x", ChainLink("P", 10), links), ACCENT)
        return re.findall(r'<rect x="([\d.]+)"', drawn)[1:]

    one_after_the_other = lefts(ChainLink("A", 4), ChainLink("B", 6))
    together = lefts(ChainLink("A", 4), ChainLink("B", 6, beside=True))
    assert together[0] == together[1] == one_after_the_other[0]
    assert one_after_the_other[1] > one_after_the_other[0]


def test_a_hole_is_drawn_from_the_promised_time_to_the_end_of_the_chain() -> None:
    links = (ChainLink("Hands", 360), ChainLink("too long", 120, "2 h", "hole"))
    drawn = svg(Chain("", "x", ChainLink("P", 240), links), ACCENT)
    boxes = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn)
    places = [(float(x), float(wide)) for x, wide in boxes]
    (promise, _, overhang, hole) = places
    limit = promise[0] + promise[1]
    assert overhang == pytest.approx((limit, promise[1] / 2), abs=0.1)
    assert hole == pytest.approx(overhang, abs=0.1)


def places(*times: int) -> tuple[list[float], bool]:
    """Where the moments of these times stand, and whether the line says that it is not to scale."""
    moments = tuple(Moment(at, "a", "b", tone="due") for at in times)
    drawn = svg(Timeline("", "x", moments, unscaled="not to scale"), ACCENT)
    found = re.findall(r'<circle cx="([\d.]+)"', drawn)
    return [float(x) for x in found], "not to scale" in drawn


def test_half_of_the_time_stands_at_half_of_the_line() -> None:
    (start, half, end), said = places(0, 90, 180)
    assert half - start == pytest.approx(end - half, abs=0.1)
    assert not said


def test_a_line_says_where_it_is_not_to_scale() -> None:
    assert places(0, 5, 10, 43_200)[1]


def test_that_a_line_is_not_to_scale_stands_apart_from_its_pauses() -> None:
    moments = tuple(Moment(at, "a", "b", tone="due") for at in (0, 5, 10, 43_200))
    pauses = ((40_000, 43_000, "We wait for you to answer"),)
    figure = Timeline("", "x", moments, pauses, "not to scale")
    assert not meeting(figure)
    assert not outside(figure)
