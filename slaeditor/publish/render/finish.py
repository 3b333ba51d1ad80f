"""The last pass over a PDF: what the layout engine leaves open.

Tables that run over several pages become one table again for a reader who listens, heads get
their scope, what is only furniture of the page is marked as such, and the file says of itself
only what we want it to say. The result is PDF/A-3a and PDF/UA-1.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from slaeditor.publish.document import Chapter, Edition, Section
from slaeditor.publish.render.metadata import PRODUCER, xmp_packet
from slaeditor.publish.render.objects_made import Objects, Thing
from slaeditor.publish.render.page_marks import mark_furniture

_TABLE, _HEAD = "/Table", "/THead"
_CELLS = {"/TH", "/TD"}


def finished(content: bytes, edition: Edition) -> bytes:
    """Return a mended PDF of the layout engine as an accessible, archival file."""
    with pikepdf.open(BytesIO(content)) as pdf:
        _describe_links(pdf, _titles(edition))
        _say_who(pdf, edition)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=False,
        )
    return out.getvalue()


def mend(pdf: Any) -> None:
    """Make a PDF of the engine accessible: whole tables, heads with scope, marked furniture.

    It is mended before it is written.
    """
    made = Objects(pdf)
    _join_tables(made)
    _set_scopes(made)
    mark_furniture(made)


def _units(made: Objects, element: Thing) -> Iterator[Thing]:
    """Yield tables as wholes, and everything else that holds content, in reading order."""
    if element.get("S") == _TABLE:
        yield element
        return
    kids = made.kids(element)
    if not kids and element.get("K"):
        yield element
    for kid in kids:
        yield from _units(made, kid)


def _join_tables(made: Objects) -> None:
    """Put the parts of a table that was broken over pages together again."""
    before: Thing = None
    for unit in list(_units(made, made.tree)):
        if unit.get("S") != _TABLE:
            before = None
        elif before is not None and _continues(made, before, unit):
            _append(made, before, unit)
            _remove(made, unit)
        else:
            before = unit


def _continues(made: Objects, table: Thing, part: Thing) -> bool:
    """Return whether `part` repeats the head of `table` on a later page, without a caption."""
    captioned = any(kid["S"] == "/Caption" for kid in made.kids(part))
    same_head = _heads(made, table) == _heads(made, part)
    return not captioned and same_head and bool(table["Pg"] != part["Pg"])


def _heads(made: Objects, table: Thing) -> list[int]:
    """Return the shape of the head: the number of cells of each of its rows."""
    heads = (head for head in made.kids(table) if head["S"] == _HEAD)
    return [len(made.kids(row)) for head in heads for row in made.kids(head)]


def _append(made: Objects, table: Thing, part: Thing) -> None:
    for kid in made.kids(part):
        if kid["S"] != _HEAD:
            kid["P"] = table.reference
            table["K"].append(kid.reference)


def _remove(made: Objects, element: Thing) -> None:
    """Take an element out of its parent, and the parent too when that leaves it empty."""
    parent = made.at(element["P"])
    parent["K"].remove(element.reference)
    if not parent["K"] and "P" in parent:
        _remove(made, parent)


def _set_scopes(made: Objects) -> None:
    """Say of each head of a table whether it heads a column or a row."""
    for table in [each for each in made.below(made.tree) if each["S"] == _TABLE]:
        for part in made.kids(table):
            scope = "/Column" if part["S"] == _HEAD else "/Row"
            for cell in made.below(part):
                if cell["S"] in _CELLS:
                    _scope(cell, scope)


def _scope(cell: Thing, scope: str) -> None:
    """Let a cell find its heads by their scope alone: heads named one by one may be gone."""
    cell["A"].pop("Headers", None)
    cell.pop("ID", None)
    if cell["S"] == "/TH":
        cell["A"]["Scope"] = scope


def _titles(edition: Edition) -> dict[str, str]:
    titles = {"contents": edition.labels.contents}
    waiting: list[Chapter | Section] = [*edition.front, *edition.chapters, *edition.back]
    for part in waiting:
        titles[part.id] = part.title
        waiting.extend(part.sections)
    return titles


def _describe_links(pdf: Pdf, titles: dict[str, str]) -> None:
    """Give each link words to be read aloud."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", Array()):
            target = str(annotation.get("/Dest", ""))
            if target in titles:
                annotation.Contents = titles[target]


def _say_who(pdf: Pdf, edition: Edition) -> None:
    """Leave title and producer as the file's only words about itself."""
    title = str(pdf.docinfo.get("/Title", edition.cover.title))
    author = edition.cover.organisation
    pdf.trailer.Info = pdf.make_indirect(_information(title, author))
    pdf.Root.Metadata = pdf.make_stream(
        xmp_packet(title, author, edition.language),
        Dictionary(Type=Name.Metadata, Subtype=Name.XML),
    )


def _information(title: str, author: str) -> Object:
    information = Dictionary(Title=title, Producer=PRODUCER)
    if author:
        information.Author = author
    return information
