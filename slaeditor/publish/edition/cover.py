"""The cover and the frame of a handbook: titles, edition, version, look, words of the frame."""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Mapping
from datetime import date
from functools import partial

from slaeditor.model.clients import Client
from slaeditor.model.document import Document, Picture, Status
from slaeditor.model.picture_bytes import media_type
from slaeditor.model.project import Project
from slaeditor.publish.document import Asset, Brand, Chapter, Cover, Edition, Labels, Theme
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.strings import strings
from slaeditor.publish.edition.view import View
from slaeditor.publish.once import Once, at_once
from slaeditor.rules.names import readable_keys

LOGO = ".logo"
"""The logo's name in an edition. Its key would tell whether another picture has the same name."""
_REFERENCE = re.compile(r"asset:([A-Za-z0-9._-]+)")


def cover(view: View, on: date | None) -> Cover:
    """Return the words of the cover and of the running feet."""
    row = view.project.the(Document)
    phrases = view.phrases
    version = phrases("cover.version", version=row.version) if row.version else ""
    day = on or row.effective_from
    names = (row.organisation, row.department)
    return Cover(
        title=row.name or phrases("cover.untitled"),
        subtitle=row.subtitle,
        edition_name=phrases(f"cover.{view.reader.value}"),
        reader=view.reader.value,
        organisation=" · ".join(filter(None, names)),
        recipient=recipient(phrases, view.client) if view.client else "",
        version=version,
        date=view.words.date(day) if day else "",
        owner=phrases("cover.owner", owner=row.keeper) if row.keeper else "",
        confidentiality=_confidentiality(view, row),
        watermark=phrases("cover.draft") if row.status is Status.DRAFT else "",
        mark=view.client.name if view.client and row.marks_copies else "",
    )


def _confidentiality(view: View, row: Document) -> str:
    """The line on every page: the document's own, else for colleagues that it is internal."""
    own = str(getattr(row, f"{view.reader.value}_confidentiality"))
    return own or ("" if view.is_client else view.phrases(f"confidential.{view.reader.value}"))


def recipient(phrases: Phrases, client: Client) -> str:
    """Return for whom of which client a handbook is, as its cover says it."""
    if not client.prepared_for:
        return phrases("cover.recipient", client=client.name)
    return phrases("cover.prepared", person=client.prepared_for, client=client.name)


def brand(project: Project) -> Brand:
    """Return the look the manager chose."""
    row = project.the(Document)
    logo = LOGO if row.logo in project.pictures else ""
    return Brand(row.accent or Brand().accent, Theme(row.look.word), logo)


def labels(phrases: Phrases) -> Labels:
    """Return the words of the frame."""
    names = ("contents", "page", "of", "figure", "table", "continued", "notes")
    words = {name: phrases(f"frame.{name}") for name in names}
    tones = ("note", "do", "do not", "example")
    return Labels(**words, tones=tuple((tone, phrases(f"tone.{tone}")) for tone in tones))


def picture_keys(project: Project) -> Mapping[str, str]:
    """Return the readable key of each picture by its id, as texts name it after "asset:"."""
    return readable_keys(Project(pictures=project.pictures))


def pictures_shown(edition: Edition, once: Once = at_once) -> frozenset[str]:
    """Return the keys of the pictures that the words of an edition show."""
    chapters = (*edition.front, *edition.chapters, *edition.back)
    parts: tuple[Chapter | Cover, ...] = (*chapters, edition.cover)
    found = (once("pictures", (part,), partial(_shown, part)) for part in parts)
    return frozenset().union(*found)


def _shown(part: Chapter | Cover) -> frozenset[str]:
    return frozenset(key for text in strings(part) for key in _REFERENCE.findall(text))


def assets(
    project: Project,
    keys: Mapping[str, str],
    shown: Collection[str],
    logo: str,
    once: Once = at_once,
) -> tuple[Asset, ...]:
    """Return the pictures whose keys are shown, and the logo."""

    def asset(row: Picture, key: str) -> Asset:
        return once(("asset", key), (row,), partial(_asset, row, key))

    pictures = [row for row in project.pictures if media_type(row.picture)]
    leading = project.pictures.get(project.the(Document).logo) if logo else None
    return (
        *(asset(row, LOGO) for row in pictures if row is leading),
        *(asset(row, keys[row.id]) for row in pictures if keys[row.id] in shown),
    )


def _asset(row: Picture, key: str) -> Asset:
    encoded = base64.b64encode(row.picture).decode("ascii")
    return Asset(key, media_type(row.picture), encoded, row.alternative)
