"""The steps of a phase as HTML: the work in the text, when and who in the note column."""

from __future__ import annotations

import htpy as h
from htpy import Element, Node
from markupsafe import Markup

from slaeditor.publish.document import Step, Steps
from slaeditor.publish.render.figures.lettering import wrapped
from slaeditor.publish.render.frame import HEADINGS, Frame
from slaeditor.publish.render.markdown import first_paragraph
from slaeditor.publish.strips import WHOLE_STEP

_DEEPEST_HEADING = 6
_OPENING = Markup("<p>{} ")
_NOTE_WIDTH = 76.0  # 28 mm less a little, in points
_NOTE_SIZE = 8.5
_NOTE_LINE = 10.6
_NOTE_GAP = 3.4
_NOTE_TOP = 8.0
_TEXT_LINE = 13.2
_LINE_LETTERS = 88


def steps_html(block: Steps, frame: Frame) -> Node:
    """Return a phase with its steps in order."""
    title = min(frame.level + 1, _DEEPEST_HEADING) if block.title else frame.level
    return h.div(".steps")[
        block.title and _heading(title, "phase", frame.words(block.title)),
        (_step(step, frame, min(title + 1, _DEEPEST_HEADING)) for step in block.steps),
    ]


def _heading(level: int, kind: str, content: Node) -> Element:
    return HEADINGS[level - 1](class_=kind)[content]


def _step(step: Step, frame: Frame, level: int) -> Element:
    first, rest = first_paragraph(frame.prose(step.body, step.source))
    length = len(step.body) + sum(len(words) for _, words in step.extras)
    whole = length < WHOLE_STEP
    room = _room(step)
    beside = _beside(step, room)
    extras = [_extra(name, words, frame, step.source) for name, words in step.extras]
    return h.div(
        class_=["step", {"changed": step.changed, "whole": whole}],
    )[
        h.div(".step-start", style=f"min-height:{room:.0f}pt" if room else None)[
            _margin(step, frame),
            _heading(
                level,
                "step-title",
                [h.span(".badge")[step.number], " ", frame.words(step.title).strip()],
            ),
            first,
            rest if beside else None,
            extras[:beside],
        ],
        None if beside else rest,
        extras[beside:],
    ]


def _beside(step: Step, room: float) -> int:
    """Return how many passages stand beside the facts in the note column."""
    filled = _NOTE_TOP + _lines(step.body) * _TEXT_LINE
    for count, (name, words) in enumerate(step.extras):
        if filled >= room:
            return count
        filled += _lines(f"{name} {words}") * _TEXT_LINE
    return len(step.extras)


def _lines(words: str) -> int:
    """Return about how many lines a text takes."""
    return sum(1 + len(line) // _LINE_LETTERS for line in words.splitlines() if line)


def _margin(step: Step, frame: Frame) -> Node:
    return (
        step.margin
        and h.div(".aside")[
            (
                h.p[h.span(".aside-name")[frame.words(name)], " ", frame.words(words).strip()]
                for name, words in step.margin
            )
        ]
    )


def _room(step: Step) -> float:
    """Return the least height of a step, so that its facts in the note column find room."""
    told = [f"{name} {words}" for name, words in step.margin]
    lines = sum(len(wrapped(words, _NOTE_WIDTH, _NOTE_SIZE)) for words in told)
    return lines * _NOTE_LINE + len(told) * _NOTE_GAP + _NOTE_TOP if told else 0.0


def _extra(name: str, words: str, frame: Frame, source: str) -> Element:
    """Return a named passage; its name opens the first paragraph, if it starts with one."""
    label = h.span(".extra-name")[frame.words(name)]
    first, rest = first_paragraph(frame.prose(words, source))
    opening = _OPENING.format(label) + first[len("<p>") :] if first else h.p[label]
    return h.div(".extra")[opening, rest]
