"""The blocks of an edition, each as Word paragraphs, tables or pictures."""

from __future__ import annotations

from functools import singledispatch
from io import BytesIO

from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from slaeditor.publish.document import (
    Bullets,
    Callout,
    Facts,
    Index,
    Paragraph,
    Prose,
    SignOff,
    Step,
    Steps,
    Table,
    Terms,
)
from slaeditor.publish.figures import Chain, Curve, Figure, SwimLanes, Timeline, WeekPicture
from slaeditor.publish.render.figures.timeline import is_dense
from slaeditor.publish.render.typography import NO_BREAK
from slaeditor.publish.render.word import rich_text
from slaeditor.publish.render.word.flow import Flow, link_inside, say
from slaeditor.publish.render.word.markup import bar, shade
from slaeditor.publish.render.word.numbering import number
from slaeditor.publish.render.word.styles import tone_colours
from slaeditor.publish.render.word.tables import lines_to_sign, pairs, write_table

_STYLES = {"lead": "Lead", "muted": "Muted"}
_BETWEEN = f"{NO_BREAK} · "
_DEEPEST = 5


@singledispatch
def write_block(block: object, flow: Flow) -> None:
    """Write a block; raises TypeError for what is none."""
    raise TypeError(block, flow)


@write_block.register
def _(block: Paragraph, flow: Flow) -> None:
    inner = flow.within(flow.style, changed=block.changed)
    say(inner.paragraph(_STYLES.get(block.style, "")), flow.frame.words(block.text).strip())


@write_block.register
def _(block: Prose, flow: Flow) -> None:
    inner = flow.within(flow.style, changed=block.changed)
    rich_text.write(inner, flow.frame.prose(block.markdown, block.source))


@write_block.register
def _(block: Bullets, flow: Flow) -> None:
    numbering = flow.around.numbering
    key = numbering.ordered() if block.ordered else numbering.bullets
    inner = flow.within(flow.style, changed=block.changed)
    for item in block.items:
        paragraph = inner.paragraph()
        number(paragraph, key)
        paragraph.paragraph_format.space_after = Pt(2)
        say(paragraph, flow.frame.words(item).strip())


@write_block.register
def _(block: Facts, flow: Flow) -> None:
    if not block.run_in:
        pairs(flow, block.pairs, flow.around.room)
        return
    paragraph = flow.within(flow.style, changed=block.changed).paragraph("Particulars")
    for at, (label, words) in enumerate(block.pairs):
        say(paragraph, _BETWEEN if at else "")
        _fact(flow, paragraph, label, words)


def _fact(flow: Flow, paragraph: WordParagraph, label: str, words: str) -> None:
    """Write a label with its words; a label without any names what the others are about."""
    frame = flow.frame
    if words:
        say(paragraph, f"{frame.words(label).strip()}:{NO_BREAK}", bold=True)
        say(paragraph, frame.words(words).strip())
    else:
        say(paragraph, frame.words(label).strip(), bold=True, colour=frame.palette.accent)


@write_block.register
def _(block: Terms, flow: Flow) -> None:
    pairs(flow, block.entries, flow.around.room)


@write_block.register
def _(block: Index, flow: Flow) -> None:
    for entry in block.entries:
        paragraph = flow.paragraph("Index Entry")
        say(paragraph, f"{flow.frame.words(entry.term).strip()}\u2002")
        for at, place in enumerate(entry.places):
            say(paragraph, ", " if at else "")
            link_inside(paragraph, place.part, flow.frame.words(place.label).strip())


@write_block.register
def _(block: Table, flow: Flow) -> None:
    write_table(flow, block, flow.around.room)


@write_block.register
def _(block: SignOff, flow: Flow) -> None:
    say(flow.paragraph("Caption"), flow.frame.words(block.caption))
    lines_to_sign(flow, block.columns, block.names, flow.around.room)


@write_block.register
def _(block: Callout, flow: Flow) -> None:
    frame = flow.frame
    colour, tint = tone_colours(block.tone, frame.palette)
    title = f"{frame.tone(block.tone)}{'. ' if block.title else ''}{frame.words(block.title)}"
    first = len(flow.around.document.paragraphs)
    say(flow.paragraph("Callout Title"), title, bold=True, colour=colour)
    rich_text.write(flow.within("Callout"), frame.prose(block.body, block.source))
    boxed = flow.around.document.paragraphs[first:]
    for paragraph in boxed:
        bar(paragraph, colour, 3)
        shade(paragraph._p.get_or_add_pPr(), tint)
    boxed[-1].paragraph_format.space_after = Pt(10)


@write_block.register
def _(block: Steps, flow: Flow) -> None:
    level = min(flow.frame.level + 1, _DEEPEST) if block.title else flow.frame.level
    if block.title:
        _heading(flow, level, flow.frame.words(block.title))
    for step in block.steps:
        _step(flow.within(flow.style, changed=step.changed), step, min(level + 1, _DEEPEST))


def _step(flow: Flow, step: Step, level: int) -> None:
    frame = flow.frame
    _heading(flow, level, f"{step.number}{NO_BREAK} {frame.words(step.title).strip()}")
    if step.margin:
        paragraph = flow.paragraph("Particulars")
        for at, (name, words) in enumerate(step.margin):
            say(paragraph, _BETWEEN if at else "")
            _fact(flow, paragraph, name, words)
    rich_text.write(flow, frame.prose(step.body, step.source))
    for name, words in step.extras:
        passage = frame.prose(words, step.source)
        rich_text.write(flow.within("Extra"), passage, frame.words(name))


def _heading(flow: Flow, level: int, words: str) -> WordParagraph:
    paragraph = flow.paragraph(f"Heading {level}")
    number(paragraph, 0)
    say(paragraph, words)
    return paragraph


@write_block.register(Timeline | WeekPicture | Curve | SwimLanes | Chain)
def _(block: Figure, flow: Flow) -> None:
    """Write the picture with what it shows, and the moments of a dense one as a list."""
    frame, around = flow.frame, flow.around
    painted = around.painter.painted(block)
    paragraph = flow.paragraph()
    paragraph.paragraph_format.keep_with_next = True
    scale = min(1.0, around.room / painted.width)
    shape = paragraph.add_run().add_picture(
        BytesIO(painted.content), Pt(painted.width * scale), Pt(painted.height * scale)
    )
    rich_text.describe(shape._inline.docPr, block.alternative)
    caption = flow.paragraph("Caption")
    caption.paragraph_format.keep_with_next = False
    if label := frame.numbered(frame.labels.figure, frame.numbers.next_figure()):
        say(caption, f"{label}\u2002", bold=True, colour=frame.palette.accent)
    say(caption, frame.words(block.caption))
    if isinstance(block, Timeline) and is_dense(block):
        _moments(flow, block)


def _moments(flow: Flow, timeline: Timeline) -> None:
    key = flow.around.numbering.ordered()
    for moment in timeline.moments:
        paragraph = flow.paragraph()
        number(paragraph, key)
        paragraph.paragraph_format.space_after = Pt(2)
        say(paragraph, f"{flow.frame.words(moment.label)} ", bold=True)
        told = " – ".join(filter(None, (moment.title, moment.detail)))
        say(paragraph, flow.frame.words(told))
