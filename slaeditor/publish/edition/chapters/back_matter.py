"""Glossary, revisions, sign-offs and the sheet on which readers acknowledge the handbook."""

from __future__ import annotations

from slaeditor.model.clients import GlossaryTerm
from slaeditor.publish.document import Chapter, SignOff, Terms
from slaeditor.publish.edition.chapters.derived import (
    Layout,
    chapter,
    leftovers,
    table,
)
from slaeditor.publish.edition.chapters.plain_words import plain
from slaeditor.publish.edition.view import View

_REVISIONS = Layout(
    ("label", "made_on", "effective_from", "summary", "approved_by"), (12, 16, 16, 38, 18)
)
_SIGN_OFFS = Layout(
    ("department", "signer", "revision", "decision"),
    (26, 26, 24, 24),
    {"revision": "measure", "decision": "signed_on"},
)
_LINES = 14


def glossary(view: View) -> Chapter | None:
    """Return the terms in the order of the alphabet."""
    rows = sorted(view.project.glossary, key=lambda row: row.name.casefold())
    entries = tuple(_term(view, row) for row in rows)
    blocks = (Terms(entries), *leftovers(view, rows)) if entries else ()
    return chapter(view, "glossary", blocks, numbered=False)


def _term(view: View, row: GlossaryTerm) -> tuple[str, str]:
    aliases = view.say(row, "aliases")
    name = view.title(row)
    meaning = plain(view.say(row, "meaning"))
    return (f"{name} ({aliases})" if aliases else name), meaning


def revisions(view: View) -> Chapter | None:
    """Return the history of revisions, newest first."""
    rows = tuple(reversed(tuple(view.project.revisions)))
    blocks = table(view, view.phrases("caption.revisions"), rows, _REVISIONS)
    return chapter(view, "revisions", blocks, numbered=False)


def sign_offs(view: View) -> Chapter | None:
    """Return who has agreed, and lines on which departments sign."""
    rows = tuple(view.project.sign_offs)
    blocks = table(view, view.phrases("caption.sign-offs"), rows, _SIGN_OFFS)
    signers = dict.fromkeys(view.name("Department", row.department) for row in rows)
    names = tuple(name for name in signers if name)
    lines = (_lines(view, "caption.signatures", names),) if names else ()
    return chapter(view, "sign-offs", (*blocks, *lines), numbered=False)


def acknowledgement(view: View) -> Chapter | None:
    """Return the sheet on which each reader confirms to have read this; none for clients."""
    if view.is_client:
        return None
    numbers = tuple(f"{number}" for number in range(1, _LINES + 1))
    sheet = _lines(view, "caption.acknowledgement", numbers, "number")
    return chapter(view, "acknowledgement", (sheet,), numbered=False, alone=True)


def _lines(view: View, caption: str, names: tuple[str, ...], first: str = "who") -> SignOff:
    heads = (first, "name", "date", "signature")
    return SignOff(
        view.phrases(caption), tuple(view.phrases(f"column.{head}") for head in heads), names
    )
