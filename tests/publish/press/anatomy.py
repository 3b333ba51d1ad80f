"""What two PDFs are compared by: structure, places, outline, links, words, and how they look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object, Pdf
from PIL import Image, ImageChops

Row = tuple[object, ...]


def structure(content: bytes) -> list[Row]:
    """Return every element of the structure in reading order with all it says."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return list(_below(pdf.Root.StructTreeRoot.K[0], 0, _pages(pdf)))


def _pages(pdf: Pdf) -> dict[tuple[int, int], int]:
    return {page.obj.objgen: at for at, page in enumerate(pdf.pages)}


def _below(element: object, depth: int, pages: dict[tuple[int, int], int]) -> Iterator[Row]:
    if not isinstance(element, Dictionary):
        yield depth, element
        return
    if "/S" in element:
        at = pages.get(element.Pg.objgen) if "/Pg" in element else None
        told = element.get("/A", Dictionary()).unparse()
        yield depth, str(element.S), at, str(element.get("/Alt", "")), told
    elif "/Obj" in element:
        yield depth, *_link(element.Obj)
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        yield from _below(kid, depth + 1, pages)


def _link(annotation: Object) -> Row:
    address = str(annotation.A.URI) if "/A" in annotation else ""
    place = [round(float(each), 1) for each in annotation.Rect]
    target = str(annotation.get("/Dest", ""))
    return target, address, str(annotation.Contents), place, int(annotation.F)


def places(content: bytes) -> dict[str, Row]:
    """Return each named place with its page and where it is on it."""
    with pikepdf.open(BytesIO(content)) as pdf:
        pages = _pages(pdf)
        names = list(pdf.Root.Names.Dests.Names)
        return {
            str(name): (pages[to[0].objgen], str(to[1]), *(round(float(one)) for one in to[2:4]))
            for name, to in zip(names[::2], names[1::2], strict=True)
        }


def outline(content: bytes) -> list[Row]:
    """Return each entry of the outline with its depth and page."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return list(_entries(pdf.Root.Outlines.First, 0, _pages(pdf)))


def _entries(entry: Object | None, depth: int, pages: dict[tuple[int, int], int]) -> Iterator[Row]:
    while entry is not None:
        top = round(float(entry.Dest[3]))
        yield depth, str(entry.Title), pages[entry.Dest[0].objgen], top, int(entry.Count)
        if "/First" in entry:
            yield from _entries(entry.First, depth + 1, pages)
        entry = entry.get("/Next")


def parents(content: bytes) -> list[tuple[int, list[str]]]:
    """Return for each page the kinds of the elements that its marks belong to.

    Marks at the end that belong to none were those of the feet.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        trees = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        return [
            (at, _kinds(trees[int(page.obj.StructParents)])) for at, page in enumerate(pdf.pages)
        ]


def _kinds(parents: Iterable[Object | None]) -> list[str]:
    kinds = ["" if one is None else str(one.S) for one in parents]
    while kinds and not kinds[-1]:
        kinds.pop()
    return kinds


def claims(content: bytes) -> dict[str, object]:
    """Return what a file says of itself."""
    with pikepdf.open(BytesIO(content)) as pdf:
        root = pdf.Root
        told = {key: root[key].unparse() for key in ("/Lang", "/MarkInfo", "/ViewerPreferences")}
        intent = root.OutputIntents[0]
        return {
            **told,
            "metadata": _metadata(root.Metadata.read_bytes().decode()),
            "profile": intent.DestOutputProfile.read_bytes(),
            "intent": (str(intent.S), str(intent.Info), str(intent.OutputConditionIdentifier)),
            "keys": sorted(root.keys()),
            "information": {key: str(value) for key, value in pdf.docinfo.items()},
            "version": pdf.pdf_version,
            "tabs": {str(page.get("/Tabs")) for page in pdf.pages},
        }


def _metadata(packet: str) -> str:
    """Return what a packet says; whether it may be written to is left out."""
    return ET.canonicalize(packet.partition("<?xpacket end")[0], strip_text=True)


def words(content: bytes) -> list[str]:
    """Return the words of each page."""
    pdf = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in pdf]


def differing(one: bytes, other: bytes) -> list[tuple[int, int, int]]:
    """Return the pages that look different: page, greatest difference of a dot, dots that differ.

    Letters may stand a thousandth of their size elsewhere, which no eye sees: only dots count
    that differ by more than a quarter of black to white.
    """
    found = []
    for at, (left, right) in enumerate(zip(_images(one), _images(other), strict=True)):
        difference = ImageChops.difference(left, right)
        counts = difference.histogram()
        many = sum(counts[65:])
        if many:
            found.append((at, max(level for level, count in enumerate(counts) if count), many))
    return found


def _images(content: bytes) -> Iterator[Image.Image]:
    for page in pypdfium2.PdfDocument(content):
        yield page.render(scale=1).to_pil().convert("L")
