"""The last pass over a PDF: what the layout engine leaves open.

Tables that run over several pages become one table again for a reader who listens, heads get
their scope, what is only furniture of the page is marked as such, and the file says of itself
only what we want it to say. The result is PDF/A-3a and PDF/UA-1.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from slaeditor.publish.document import Chapter, Edition, Section
from slaeditor.publish.render.metadata import PRODUCER, xmp_packet
from slaeditor.publish.render.page_marks import mark_furniture

_PRINTED = 4  # annotation flag: shown in print


def finished(content: bytes, edition: Edition) -> bytes:
    """Return the PDF of the layout engine as an accessible, archival file."""
    with pikepdf.open(BytesIO(content)) as pdf:
        mend(pdf)
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


def mend(pdf: Pdf) -> None:
    """Make the structure of a PDF accessible: whole tables, heads with scope, marked furniture."""
    root = pdf.Root.StructTreeRoot
    _join_tables(root)
    _set_scopes(root)
    mark_furniture(pdf)
    for page in pdf.pages:
        page.Tabs = Name.S
        for annotation in page.get("/Annots", Array()):
            annotation.F = _PRINTED


def _kids(element: Object) -> Iterator[Dictionary]:
    """Yield the structure elements directly below `element`."""
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid


def _all(element: Object) -> Iterator[Dictionary]:
    """Yield every structure element below `element` in reading order."""
    for kid in _kids(element):
        yield kid
        yield from _all(kid)


def _units(element: Object) -> Iterator[Object]:
    """Yield tables as wholes, and everything else that holds content, in reading order."""
    if element.get("/S") == Name.Table:
        yield element
        return
    kids = list(_kids(element))
    if not kids and "/K" in element and not (isinstance(element.K, Array) and not len(element.K)):
        yield element
    for kid in kids:
        yield from _units(kid)


def _join_tables(root: Object) -> None:
    """Put the parts of a table that was broken over pages together again."""
    before: Object | None = None
    for unit in list(_units(root)):
        if unit.get("/S") != Name.Table:
            before = None
        elif before is not None and _continues(before, unit):
            _append(before, unit)
            _remove(unit)
        else:
            before = unit


def _continues(table: Object, part: Object) -> bool:
    """Return whether `part` repeats the head of `table` on a later page, without a caption."""
    captioned = any(Name.Caption == kid.S for kid in _kids(part))
    return not captioned and _heads(table) == _heads(part) and table.Pg != part.Pg


def _heads(table: Object) -> list[int]:
    """Return the shape of the head: the number of cells of each of its rows."""
    return [
        sum(1 for _ in _kids(row))
        for head in _kids(table)
        if Name.THead == head.S
        for row in _kids(head)
    ]


def _append(table: Object, part: Object) -> None:
    for kid in _kids(part):
        if Name.THead != kid.S:
            kid.P = table
            table.K.append(kid)


def _remove(element: Object) -> None:
    """Take an element out of its parent, and the parent too when that leaves it empty."""
    parent = element.P
    parent.K = Array([kid for kid in parent.K if not _same(kid, element)])
    if not len(parent.K) and "/P" in parent:
        _remove(parent)


def _same(one: object, other: Object) -> bool:
    return isinstance(one, Dictionary) and one.objgen == other.objgen


def _set_scopes(root: Object) -> None:
    """Say of each head of a table whether it heads a column or a row."""
    for table in [each for each in _all(root) if Name.Table == each.S]:
        for part in _kids(table):
            scope = Name.Column if Name.THead == part.S else Name.Row
            for cell in _all(part):
                if cell.S in (Name.TH, Name.TD):
                    _scope(cell, scope)


def _scope(cell: Dictionary, scope: Name) -> None:
    """Let a cell find its heads by their scope alone: heads named one by one may be gone."""
    attributes = cell.get("/A", Dictionary(O=Name.Table))
    if "/Headers" in attributes:
        del attributes["/Headers"]
    if "/ID" in cell:
        del cell["/ID"]
    if cell.S == Name.TH:
        attributes.Scope = scope
    cell.A = attributes


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
