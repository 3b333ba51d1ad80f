"""The steps of a phase as HTML: the work in the text, when and who in the note column."""

from __future__ import annotations

import htpy as h
from htpy import Element, Node

from slaeditor.publish.document import Step, Steps
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.markdown import first_paragraph

_WHOLE_STEP = 900
_DEEPEST_HEADING = 6


def steps_html(block: Steps, frame: Frame) -> Node:
    """Return a phase with its steps in order."""
    title = min(frame.level + 1, _DEEPEST_HEADING) if block.title else frame.level
    return h.div(".steps")[
        block.title and _heading(title, "phase", frame.words(block.title)),
        (_step(step, frame, min(title + 1, _DEEPEST_HEADING)) for step in block.steps),
    ]


def _heading(level: int, kind: str, content: Node) -> Element:
    return getattr(h, f"h{level}")(class_=kind)[content]  # type: ignore[no-any-return]


def _step(step: Step, frame: Frame, level: int) -> Element:
    first, rest = first_paragraph(frame.prose(step.body, step.source))
    length = len(step.body) + sum(len(words) for _, words in step.extras)
    return h.div(class_=["step", {"changed": step.changed, "whole": length < _WHOLE_STEP}])[
        h.div(".step-start")[
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


def _extra(name: str, words: str, frame: Frame, source: str) -> Element:
    return h.div(".extra")[h.p(".extra-name")[frame.words(name)], frame.prose(words, source)]
