"""Leaks planted in a finished PDF: each returns the file with words put where they should not be.

Each is something that layout engines, editors of PDF or careless code have done.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

Plant = Callable[[bytes, str], bytes]


def edited(content: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF after a change to it."""
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        target = BytesIO()
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def _drawn(operators: str) -> Plant:
    """A plant that draws words on the last page; `operators` holds them at {words}."""

    def plant(content: bytes, words: str) -> bytes:
        def change(pdf: pikepdf.Pdf) -> None:
            page = pdf.pages[-1]
            font = Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
            )
            page.add_resource(font, Name.Font, Name("/FX"))
            clear = Dictionary(Type=Name.ExtGState, ca=0, CA=0)
            page.add_resource(clear, Name.ExtGState, Name("/GX"))
            shown = " Tj ET\nBT /FX 9 Tf 90 300 Td ".join(f"({part})" for part in words.split("\n"))
            drawing = operators.replace("{words}", shown)
            page.contents_add(f"q {drawing} Q".encode("cp1252"))

        return edited(content, change)

    return plant


def letter_by_letter(content: bytes, words: str) -> bytes:
    """Words whose letters are set one by one, each in a place of its own."""
    letters = [f"BT /FX 9 Tf {90 + 7 * at} 500 Td ({one}) Tj ET" for at, one in enumerate(words)]
    return _drawn("\n".join(letters).replace("( )", "( )"))(content, "")


def hyphenated(content: bytes, words: str) -> bytes:
    """Words broken at the end of lines."""
    first, _, rest = words.partition(" ")
    parts = f"{first[:3]}-\n{first[3:]} {rest}"
    return _drawn("BT /FX 9 Tf 90 400 Td {words} Tj ET")(content, parts)


def _structure(key: str) -> Plant:
    def plant(content: bytes, words: str) -> bytes:
        def change(pdf: pikepdf.Pdf) -> None:
            pdf.Root.StructTreeRoot.K[0][key] = String(words)

        return edited(content, change)

    return plant


def _information(key: str) -> Plant:
    def plant(content: bytes, words: str) -> bytes:
        return edited(content, lambda pdf: pdf.docinfo.__setitem__(key, String(words)))

    return plant


def _annotation(**entries: Any) -> Plant:
    def plant(content: bytes, words: str) -> bytes:
        def change(pdf: pikepdf.Pdf) -> None:
            note = Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9])
            for key, value in entries.items():
                note[f"/{key}"] = String(words) if value == "{words}" else value
            kept = pdf.make_indirect(note)
            pdf.pages[-1].Annots = Array([kept])
            if note.Subtype == Name.Widget:
                pdf.Root.AcroForm = Dictionary(Fields=Array([kept]))

        return edited(content, change)

    return plant


def link(content: bytes, words: str) -> bytes:
    """Words in the address of a link."""

    def change(pdf: pikepdf.Pdf) -> None:
        address = "https://merrow.example/" + re.sub(r"\W+", "-", words)
        action = Dictionary(S=Name.URI, URI=String(address))
        note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
        pdf.pages[-1].Annots = Array([pdf.make_indirect(note)])

    return edited(content, change)


def outline(content: bytes, words: str) -> bytes:
    """Words as a bookmark."""

    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as marks:
            marks.root.append(pikepdf.OutlineItem(words, 0))

    return edited(content, change)


def destination(content: bytes, words: str) -> bytes:
    """A named destination made of the words, as a title made into an identifier gives."""

    def change(pdf: pikepdf.Pdf) -> None:
        slug = re.sub(r"\W+", "-", words.lower())
        tree = pikepdf.NameTree.new(pdf)
        tree[slug] = Array([pdf.pages[0].obj, Name.Fit])
        pdf.Root.Names = Dictionary(Dests=tree.obj)

    return edited(content, change)


def description(content: bytes, words: str) -> bytes:
    """Words in the description in XML."""

    def change(pdf: pikepdf.Pdf) -> None:
        packet = bytes(pdf.Root.Metadata.read_bytes())
        added = f"<dc:title><!-- --><x>{words}</x>".encode()
        pdf.Root.Metadata = Stream(pdf, packet.replace(b"<dc:title>", added, 1))

    return edited(content, change)


def escaped_description(content: bytes, words: str) -> bytes:
    """Words in the description in XML, each letter as a number."""
    return description(content, "".join(f"&#x{ord(letter):x};" for letter in words))


def attachment(content: bytes, words: str) -> bytes:
    """A file inside the file."""
    return edited(content, lambda pdf: pdf.attachments.__setitem__("notes.txt", words.encode()))


def name_of_an_attachment(content: bytes, words: str) -> bytes:
    """The name of a file inside the file."""
    return edited(content, lambda pdf: pdf.attachments.__setitem__(f"{words}.txt", b"x"))


def name(content: bytes, words: str) -> bytes:
    """A name inside the file, as of a font or colour."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[-1].Resources[Name("/" + words.replace(" ", "_"))] = Dictionary()

    return edited(content, change)


def layer(content: bytes, words: str) -> bytes:
    """The name of a layer that can be switched off."""

    def change(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(words)))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))

    return edited(content, change)


def page_label(content: bytes, words: str) -> bytes:
    """What pages are called."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(words))]))

    return edited(content, change)


def private_part(content: bytes, words: str) -> bytes:
    """What a program keeps for itself with a page."""

    def change(pdf: pikepdf.Pdf) -> None:
        kept = Stream(pdf, words.encode("utf-16-be"))
        pdf.pages[-1].PieceInfo = Dictionary(Editor=Dictionary(Private=kept))

    return edited(content, change)


def coded_stream(content: bytes, words: str) -> bytes:
    """A stream in an old coding."""
    import base64

    def change(pdf: pikepdf.Pdf) -> None:
        stream = Stream(pdf, base64.a85encode(words.encode()) + b"~>")
        stream.Filter = Name.ASCII85Decode
        pdf.pages[-1].PieceInfo = Dictionary(Editor=Dictionary(Private=stream))

    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        target = BytesIO()
        pdf.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return target.getvalue()


def hex_string(content: bytes, words: str) -> bytes:
    """A string written in sixteens, two bytes a letter, that nothing refers to."""
    digits = (b"\xfe\xff" + words.encode("utf-16-be")).hex().encode()
    return _before_end(content, b"99999 0 obj\n<" + digits + b">\nendobj\n")


def unused_stream(content: bytes, words: str) -> bytes:
    """A packed stream that nothing refers to."""
    packed = zlib.compress(words.encode())
    head = b"99998 0 obj\n<</Length %d>>\nstream\n" % len(packed)
    return _before_end(content, head + packed + b"\nendstream\nendobj\n")


def remark(content: bytes, words: str) -> bytes:
    """A remark between two objects."""
    return _before_end(content, b"% " + words.encode() + b"\n")


def _before_end(content: bytes, added: bytes) -> bytes:
    at = content.rindex(b"startxref")
    return content[:at] + added + content[at:]


def behind_the_end(content: bytes, words: str) -> bytes:
    """Words behind the end of the file."""
    return content + b"\n" + words.encode() + b"\n"


def form_on_no_page(content: bytes, words: str) -> bytes:
    """A drawing that no page shows."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        drawing = Stream(pdf, f"BT /F0 9 Tf ({words}) Tj ET".encode("cp1252"))
        drawing.Type, drawing.Subtype, drawing.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        drawing.Resources = Dictionary(Font=Dictionary(F0=font))
        pdf.pages[-1].add_resource(drawing, Name.XObject, Name("/XX"))

    return edited(content, change)


def marked_content(content: bytes, words: str) -> bytes:
    """The text behind a letter, in the drawing of a page."""

    def change(pdf: pikepdf.Pdf) -> None:
        said = (b"\xfe\xff" + words.encode("utf-16-be")).hex()
        pdf.pages[-1].contents_add(f"/Span <</ActualText <{said}>>> BDC EMC".encode())

    return edited(content, change)


def script(content: bytes, words: str) -> bytes:
    """A script that runs when the file is opened."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{words}')"))

    return edited(content, change)


def picture(content: bytes, encoded: bytes) -> bytes:
    """Return the PDF with a JPEG on its last page."""

    def change(pdf: pikepdf.Pdf) -> None:
        drawing = Stream(pdf, encoded)
        drawing.Type, drawing.Subtype = Name.XObject, Name.Image
        drawing.Width, drawing.Height, drawing.BitsPerComponent = 40, 30, 8
        drawing.ColorSpace, drawing.Filter = Name.DeviceRGB, Name.DCTDecode
        pdf.pages[-1].add_resource(drawing, Name.XObject, Name("/XP"))

    return edited(content, change)


def pixels(content: bytes, raw: bytes) -> bytes:
    """Return the PDF with a picture of plain colours on its last page."""

    def change(pdf: pikepdf.Pdf) -> None:
        drawing = Stream(pdf, raw)
        drawing.Type, drawing.Subtype = Name.XObject, Name.Image
        drawing.Width, drawing.Height, drawing.BitsPerComponent = 40, 30, 8
        drawing.ColorSpace = Name.DeviceRGB
        pdf.pages[-1].add_resource(drawing, Name.XObject, Name("/XP"))

    return edited(content, change)


PLANTS: Mapping[str, Plant] = {
    "plain words": _drawn("BT /FX 9 Tf 90 500 Td {words} Tj ET"),
    "white words": _drawn("1 1 1 rg BT /FX 9 Tf 90 500 Td {words} Tj ET"),
    "transparent words": _drawn("/GX gs BT /FX 9 Tf 90 500 Td {words} Tj ET"),
    "words drawn invisibly": _drawn("BT 3 Tr /FX 9 Tf 90 500 Td {words} Tj ET"),
    "words beyond the edge": _drawn("BT /FX 9 Tf -9000 500 Td {words} Tj ET"),
    "words too small to see": _drawn("BT /FX 0.01 Tf 90 500 Td {words} Tj ET"),
    "words cut away": _drawn("0 0 1 1 re W n BT /FX 9 Tf 90 500 Td {words} Tj ET"),
    "words letter by letter": letter_by_letter,
    "hyphenated words": hyphenated,
    "a drawing on no page": form_on_no_page,
    "marked content": marked_content,
    "the title": _information("/Title"),
    "a property of our own": _information("/Department"),
    "the description": description,
    "the escaped description": escaped_description,
    "a bookmark": outline,
    "a destination": destination,
    "a link": link,
    "the words of a link": _annotation(Subtype=Name.Link, Contents="{words}"),
    "a note on a page": _annotation(Subtype=Name.Text, Contents="{words}"),
    "the value of a form": _annotation(Subtype=Name.Widget, FT=Name.Tx, V="{words}"),
    "the description of a picture": _structure("/Alt"),
    "the text behind": _structure("/ActualText"),
    "the long form": _structure("/E"),
    "the name of a part": _structure("/T"),
    "an attachment": attachment,
    "the name of an attachment": name_of_an_attachment,
    "a name": name,
    "a layer": layer,
    "a page label": page_label,
    "a program's own part": private_part,
    "a coded stream": coded_stream,
    "an unused string": hex_string,
    "an unused stream": unused_stream,
    "a remark": remark,
    "words behind the end": behind_the_end,
    "a script": script,
}
"""Every place of a PDF in which words can be planted, by what it is."""
