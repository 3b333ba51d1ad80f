"""The forms a handbook takes: one table that window, command line, worker and checks read.

Every form is made from the same edition, by the same closed process, by one function
(`slaeditor.publish.render.makers`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A form that a handbook takes: its key, its name for people, the ending of its files."""

    key: str
    name: str
    ending: str


PDF = Format("pdf", "PDF, to print and to send", "pdf")
PAGE = Format("html", "Web page, to read on a screen", "html")
WORD = Format("docx", "Word document, to edit and to comment", "docx")
WORKBOOK = Format("xlsx", "Excel workbook, the tables alone", "xlsx")
SLIDES = Format("pptx", "Slides, to present and to talk by", "pptx")

FORMATS = (PDF, PAGE, WORD, WORKBOOK, SLIDES)
"""Every form, the usual one first."""
