"""What a finished handbook never holds, looked for in the file itself."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urlsplit

import pikepdf

from slaeditor.publish.trouble import UnsafeFile

FORBIDDEN = frozenset(
    {
        "/EmbeddedFile",
        "/EmbeddedFiles",
        "/JavaScript",
        "/JS",
        "/Launch",
        "/OpenAction",
        "/AA",
        "/SubmitForm",
        "/ImportData",
        "/RichMedia",
        "/XFA",
        "/AcroForm",
        "/AF",
        "/GoToR",
        "/GoToE",
        "/Sound",
        "/Movie",
    }
)
_DEEPEST = 50
SCHEMES = frozenset({"http", "https", "mailto"})


def assert_harmless(content: bytes) -> None:
    """Raise UnsafeFile where the PDF holds an attachment, a script, a form or a foreign address."""
    with pikepdf.open(BytesIO(content)) as pdf:
        assert_objects_harmless(pdf)
    if content.count(b"%%EOF") != 1:
        raise unsafe("holds an earlier state of itself")


def assert_objects_harmless(pdf: pikepdf.Pdf) -> None:
    """Raise UnsafeFile where an object of an open PDF is or leads to what no handbook may hold."""
    for thing in pdf.objects:
        for word in _words(thing, 0):
            if word in FORBIDDEN:
                raise unsafe(f"holds {word}")


def _words(thing: pikepdf.Object, depth: int) -> Iterator[str]:
    """Yield keys and names of an object, without following references; checks addresses."""
    if isinstance(thing, pikepdf.Name):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            yield from _inside(item, depth)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield key
            if key == "/URI":
                assert_address(str(value))
            yield from _inside(value, depth)


def _inside(item: object, depth: int) -> Iterator[str]:
    if isinstance(item, pikepdf.Object) and not item.is_indirect and depth < _DEEPEST:
        yield from _words(item, depth + 1)


def assert_address(address: str) -> None:
    """Raise UnsafeFile for an address that is neither of a web page nor of a mail box."""
    if urlsplit(address).scheme not in SCHEMES:
        raise unsafe(f"links to {address!r}")


def unsafe(what: str) -> UnsafeFile:
    """Return what says that a handbook was not kept."""
    return UnsafeFile(f"The finished handbook {what}, so it was not kept.", "Please report this.")
