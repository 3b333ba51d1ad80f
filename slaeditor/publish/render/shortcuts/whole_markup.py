"""HTML put together in one go: a list of parts instead of a generator for each element."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from htpy import _elements
from htpy._elements import Element, HTMLElement, VoidElement
from htpy._render_sync import iter_chunks_node
from markupsafe import Markup, escape

_SEQUENCES = (list, tuple, GeneratorType)
_ELEMENTS = {Element: "", HTMLElement: "<!doctype html>"}


def whole_markup(element: Any) -> Markup:
    """Return an element as HTML, as the library writes it; raises what the library raises."""
    parts: list[str] = []
    _add(element, parts)
    return Markup("".join(parts))  # noqa: S704 - all parts are escaped


def _add(node: Any, parts: list[str]) -> None:
    """Add a node and all in it; what is of another kind than ours is left to the library."""
    kind = type(node)
    if kind in _ELEMENTS:
        parts.append(f"{_ELEMENTS[kind]}<{node._name}{node._attrs}>")  # noqa: SLF001 - no other way
        _add(node._children, parts)  # noqa: SLF001 - no other way
        parts.append(f"</{node._name}>")  # noqa: SLF001 - no other way
    elif kind is str or kind is Markup:
        parts.append(escape(node))
    elif kind in _SEQUENCES:
        for child in node:
            _add(child, parts)
    elif kind is VoidElement:
        parts.append(f"<{node._name}{node._attrs}>")  # noqa: SLF001 - no other way
    elif node is not None:
        parts.extend(iter_chunks_node(node, None))


def markup_in_one_go() -> None:
    """Let elements be written so."""
    vars(_elements)["chunks_as_markup"] = whole_markup
