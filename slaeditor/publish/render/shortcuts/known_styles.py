"""Computed styles that are kept from piece to piece, and what follows from a style alone.

The engine computes the styles of each document anew, and for each element those of six kinds of
notes that no handbook has. Here equal declarations below the same parent are one style for good.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from weasyprint.css import StyleFor
from weasyprint.css.functions import check_math
from weasyprint.formatting_structure import boxes
from weasyprint.formatting_structure.boxes import Box
from weasyprint.html import UA_STYLESHEET
from weasyprint.layout import percent

from slaeditor.publish.render.shortcuts.known_lines import LETTERING

MOST_STYLES = 2_000
_CHANGED_LATER = {"first-line", "first-letter"}
_NOTES = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}
_IN_FLOW = {"static", "relative"}
_LENGTHS = (
    *(f"margin_{side}" for side in ("left", "right", "top", "bottom")),
    *(f"padding_{side}" for side in ("left", "right", "top", "bottom")),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_USED, _FAMILY = "slaeditor_used", "slaeditor_family"
_OWN = ("anchor", "string_set", "bookmark_label")
_APART = ("color", *_OWN)
"""What decides nothing else of a style: colours of borders and lines ask for it when drawn."""

_set_computed_styles = StyleFor.set_computed_styles
_resolve_percentages = percent.resolve_percentages
_is_in_normal_flow = Box.is_in_normal_flow


class KnownStyles:
    """Computed styles by what they are computed from; `forget` them between two pieces alone.

    What nothing below an element takes over, as its anchor, makes a style of its own of it, but
    no other parent: styles of one `family` are the same for all that stands below them.
    """

    def __init__(self) -> None:
        """Know none."""
        self._known: dict[Hashable, Any] = {}
        self._families: dict[Hashable, int] = {}
        self._alike: dict[Hashable, Any] = {}

    def set_computed_styles(self, styles: StyleFor, element: Any, **where: Any) -> None:
        """Give an element the style it has had before, or let the engine compute it."""
        computed, pseudo = styles.get_computed_styles(), where.get("pseudo_type")
        if pseudo in _CHANGED_LATER:
            _set_computed_styles(styles, element, **where)
            return
        parent = where["parent"]
        above = "" if parent is None else computed[parent, None].__dict__[_FAMILY]
        declared = styles.get_cascaded_styles().get((element, pseudo), {})
        names = tuple(_said(name, *one) for name, one in declared.items() if name not in _OWN)
        family = (above, id(styles.font_config), pseudo, where.get("base_url"), names)
        key = (family, *(str(declared[name]) for name in _OWN if name in declared))
        known = self._known.get(key)
        if known is None:
            _set_computed_styles(styles, element, **where)
            known = self._known[key] = computed[element, pseudo]
            known.__dict__[_FAMILY] = self._families.setdefault(family, len(self._families))
            most = (*family[:-1], tuple(one for one in names if one[0] not in _APART))
            _fill(known, self._alike.setdefault(most, known))
            return
        computed[element, pseudo] = known
        targets = where.get("target_collector")
        if targets and known["anchor"]:
            targets.collect_anchor(known["anchor"])

    def forget(self) -> None:
        """Forget all styles once they are many."""
        if len(self._known) > MOST_STYLES:
            self._known.clear()
            self._families.clear()
            self._alike.clear()


def _fill(style: Any, alike: Any) -> None:
    """Give a style, and that of boxes without an element in it, what one like it has by now.

    Only what is its own is left to be computed.
    """
    if style is alike:
        return
    _take_over(style, alike)
    style.specified.update(alike.specified)
    if "anonymous_style" in alike.__dict__:
        _take_over(style.anonymous_style, alike.anonymous_style)


def _take_over(style: Any, alike: Any) -> None:
    own = {name: style[name] for name in _APART}
    style.update(alike)
    style.update(own)
    for name in (_USED, LETTERING):
        if name in alike.__dict__:
            style.__dict__[name] = alike.__dict__[name]


def _said(name: str, value: Any, weight: Any) -> tuple[Hashable, ...]:
    """Return a declaration as part of a key: by its value, or as the very object that it is."""
    try:
        hash(value)
    except TypeError:
        value = id(value)
    return name, type(value), value, *weight[:2], *weight[2]


def used_values(style: Any) -> dict[str, Any] | None:
    """Return the used lengths of a box of a style, None where they depend on what is around it."""
    if style["box_sizing"] != "content-box" or style["border_collapse"] == "collapse":
        return None
    used: dict[str, Any] = {}
    for name in _LENGTHS:
        value = style[name]
        if value == "auto":
            used[name] = 0 if name in ("min_width", "min_height") else "auto"
        elif check_math(value) or value.unit == "%":
            return None
        else:
            used[name] = value.value
    used |= {name: style[name] for name in _BORDERS}
    return used


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Set the used lengths of a box; once and for all for a style without percentages."""
    kept = box.style.__dict__
    if _USED not in kept:
        kept[_USED] = used_values(box.style)
    used = kept[_USED]
    if used is None or isinstance(box, boxes.PageBox | boxes.MarginBox):
        _resolve_percentages(box, containing_block)
    else:
        box.__dict__.update(used)


def is_in_normal_flow(box: Any) -> bool:
    """Return whether a box stands in the flow."""
    style = box.style
    if style["float"] == "none" and style["position"] in _IN_FLOW:
        return True
    return bool(_is_in_normal_flow(box))


def without_notes() -> None:
    """Take the rules for notes out of the engine's own style sheet; markers are those of lists."""
    matcher = UA_STYLESHEET.matcher
    markers = [one for one in matcher.other_selectors if one[3] == "marker"]
    matcher.other_selectors = [
        one for one in matcher.other_selectors if one[3] not in {"marker", *_NOTES}
    ]
    matcher.lower_local_name_selectors.setdefault("li", []).extend(markers)


def styles_kept() -> tuple[Callable[[], None], dict[Any, Any]]:
    """Return what forgets styles, and the functions of the engine with those for them."""
    known = KnownStyles()

    def set_computed_styles(styles: StyleFor, element: Any, **where: Any) -> None:
        known.set_computed_styles(styles, element, **where)

    return known.forget, {
        _set_computed_styles: set_computed_styles,
        _resolve_percentages: resolve_percentages,
        _is_in_normal_flow: is_in_normal_flow,
    }
