"""One function for each form of a handbook: edition in, bytes out.

What a form needs is loaded when its maker is asked for, so that a worker carries no more.
"""

from __future__ import annotations

from collections.abc import Callable

from slaeditor.publish.document import Edition

Maker = Callable[[Edition], bytes]


def maker(form: str) -> Maker:
    """Return the function that makes the form of a key; KeyError where there is none."""
    return _LOADERS[form]()


def _pdf() -> Maker:
    from slaeditor.publish.render.pdf import pdf_bytes

    return pdf_bytes


def _page() -> Maker:
    from slaeditor.publish.render.page import page_bytes

    return page_bytes


def _word() -> Maker:
    from slaeditor.publish.render.word.document import word_bytes

    return word_bytes


def _workbook() -> Maker:
    from slaeditor.publish.render.workbook.book import workbook_bytes

    return workbook_bytes


def _slides() -> Maker:
    from slaeditor.publish.render.slides.deck import slides_bytes

    return slides_bytes


_LOADERS: dict[str, Callable[[], Maker]] = {
    "pdf": _pdf,
    "html": _page,
    "docx": _word,
    "xlsx": _workbook,
    "pptx": _slides,
}
