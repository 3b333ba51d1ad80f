"""The last pass over a PDF: what the layout engine leaves open."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from slaeditor.publish.document import Edition


def finished(content: bytes, edition: Edition) -> bytes:
    """Return the PDF."""
    del edition
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(out, deterministic_id=True)
    return out.getvalue()
