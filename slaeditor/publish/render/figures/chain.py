"""What stands behind a promise: the links, one after the other, under the promised time."""

from __future__ import annotations

from htpy import Element, Node

from slaeditor.publish.figures import Chain, ChainLink
from slaeditor.publish.render.colour import INK
from slaeditor.publish.render.figures.drawing import (
    BREACH,
    GUTTER,
    MUTED,
    PAGE,
    SIZE,
    SMALL,
    Lettering,
    Look,
    Pen,
    box,
    canvas,
    fitted,
    line,
    paragraph,
    tall,
)

_PLOT = PAGE - GUTTER - 84
_BAR = 12.0
_DETAIL = 74.0
_PAD = 7.0
_LEAST = 0.5


def chain_svg(chain: Chain, look: Look) -> Element:
    """Return the promised time with each link below it, where its time begins and ends."""
    starts, end = _starts(chain.links)
    longest = max(chain.promise.minutes, end, 1)
    scale = _PLOT / longest
    drawn, bottom = (
        [_row(chain.promise, 0.0, 0.0, scale, look, promise=True)],
        _height(chain.promise),
    )
    limit = GUTTER + chain.promise.minutes * scale
    for each, start in zip(chain.links, starts, strict=True):
        drawn.append(_row(each, bottom, start * scale, scale, look))
        drawn.append(_overhang(each, bottom, start * scale, chain.promise.minutes * scale, scale))
        bottom += _height(each)
    content: list[Node] = [drawn, line([(limit, 2), (limit, bottom)], INK, 0.75, dashed=True)]
    return canvas(PAGE, bottom + 2, chain.alternative, content, look.family)


def _starts(links: tuple[ChainLink, ...]) -> tuple[list[int], int]:
    """The minute at which each link begins, and at which the last one ends.

    What is missing is drawn where it is missing: up to the end of the last link.
    """
    starts: list[int] = []
    begin = end = 0
    for each in links:
        begin = begin if each.beside else end
        begin -= each.minutes if each.tone == "hole" else 0
        starts.append(begin)
        end = max(end, begin + max(each.minutes, 0))
    return starts, end


def _height(each: ChainLink) -> float:
    title = tall(fitted(each.title, GUTTER - 10, most=3))
    detail = tall(fitted(each.detail, _DETAIL, SMALL, most=3), SMALL)
    return max(title, detail, _BAR) + 2 * _PAD


def _row(
    each: ChainLink, top: float, left: float, scale: float, look: Look, *, promise: bool = False
) -> list[Node]:
    high = _height(each)
    title = fitted(each.title, GUTTER - 10, bold=promise, most=3)
    detail = fitted(each.detail, _DETAIL, SMALL, most=3)
    x = GUTTER + left
    return [
        line([(0, top), (PAGE, top)], look.line, 0.35),
        paragraph(0, top + (high - tall(title)) / 2 + SIZE, title, Lettering(bold=promise)),
        each.minutes > 0
        and _bar(
            each, x, top + (high - _BAR) / 2, max(each.minutes * scale, 2.0), look, promise=promise
        ),
        paragraph(
            PAGE - _DETAIL,
            top + (high - tall(detail, SMALL)) / 2 + SMALL,
            detail,
            Lettering(size=SMALL, colour=BREACH if each.tone == "hole" else MUTED),
        ),
    ]


def _overhang(each: ChainLink, top: float, left: float, limit: float, scale: float) -> list[Node]:
    """What of a link lies beyond the promised time; nothing of one that ends in time."""
    end, begin = left + each.minutes * scale, max(left, limit)
    if each.tone or end - begin < _LEAST:
        return []
    y = top + (_height(each) - _BAR) / 2
    return [box((GUTTER + begin, y), (end - begin, _BAR), BREACH, corner=1.5)]


def _bar(each: ChainLink, x: float, y: float, wide: float, look: Look, *, promise: bool) -> Element:
    if each.tone == "hole":
        return box((x, y), (wide, _BAR), "#ffffff", Pen(BREACH, weight=1.1, dashed=True))
    if each.tone == "slack":
        return box((x, y), (wide, _BAR), look.band, Pen(look.accent, dashed=True))
    return box((x, y), (wide, _BAR), look.accent if promise else look.soft, corner=1.5)
