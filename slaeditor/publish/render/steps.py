"""The steps of a phase as HTML: the work in the text, when and who in the note column."""

from __future__ import annotations

import htpy as h
from htpy import Element, Node

from slaeditor.publish.document import Step, Steps
from slaeditor.publish.render.figures.lettering import wrapped
from slaeditor.publish.render.frame import HEADINGS, Frame
from slaeditor.publish.render.markdown import first_paragraph

_WHOLE_STEP = 900
_DEEPEST_HEADING = 6
_NOTE_WIDTH = 76.0  # 28 mm less a little, in points
_NOTE_SIZE = 8.5
_NOTE_LINE = 12.0
_NOTE_TOP = 16.0


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
    whole = length < _WHOLE_STEP
    return h.div(
        class_=["step", {"changed": step.changed, "whole": whole}],
        style=_room(step) if whole else None,
    )[
        h.div(".step-start", style=None if whole else _room(step))[
            _margin(step, frame),
            _heading(
                level,
                "step-title",
                [h.span(".badge")[step.number], " ", frame.words(step.title).strip()],
            ),
            first,
        ],
        rest,
        (_extra(name, words, frame, step.source) for name, words in step.extras),
    ]


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


def _room(step: Step) -> str | None:
    """Return the least height of a step, so that its facts in the note column find room."""
    lines = sum(1 + len(wrapped(words, _NOTE_WIDTH, _NOTE_SIZE)) for _, words in step.margin)
    return f"min-height:{lines * _NOTE_LINE + _NOTE_TOP:.0f}pt" if lines else None


def _extra(name: str, words: str, frame: Frame, source: str) -> Element:
    return h.div(".extra")[h.p(".extra-name")[frame.words(name)], frame.prose(words, source)]
