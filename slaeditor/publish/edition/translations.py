"""Labels and choices of the declarations in other languages, read from the bundled lists.

A list has a line "English = German" for each; lines that begin with # are remarks.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from slaeditor.bundled import bundled


@cache
def labels(language: str) -> Mapping[str, str]:
    """Return the labels of a language such as "de" by their English words."""
    return _listed(f"labels-{language}.txt")


@cache
def choices(language: str) -> Mapping[str, str]:
    """Return the choices of a language such as "de" by their English words."""
    return _listed(f"choices-{language}.txt")


@cache
def rules(language: str) -> Mapping[str, str]:
    """Return what findings are called in a language such as "de", by their English titles."""
    return _listed(f"rules-{language}.txt")


def _listed(name: str) -> Mapping[str, str]:
    lines = bundled("languages", name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" = ", maxsplit=1) for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}
