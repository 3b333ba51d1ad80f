"""The manual as a web page on the local disk, made when somebody asks for it."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from slaeditor.bundled import PACKAGE

FOLDERS = (PACKAGE / "bundled_files" / "manual", PACKAGE.parent / "docs")
"""Where the manual stands: inside an installed program, beside the package in a checkout."""
PICTURE = re.compile(r'src="(pictures/)')
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>SLA Editor: the manual</title>
<style>
body {{ font: 16px/1.55 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem;
  color-scheme: light dark }}
img {{ max-width: 100%; border: 1px solid #8888 }}
table {{ border-collapse: collapse }} td, th {{ border: 1px solid #8888; padding: .25rem .6rem;
  text-align: left; vertical-align: top }}
code {{ font-size: .92em }} pre {{ overflow-x: auto }}
</style></head><body>
{body}
</body></html>
"""


SECTIONS = {
    "document": "start",
    "levels": "levels-and-what-they-include",
    "promises": "promises-and-how-to-type-them",
    "prices": "prices",
    "work": "methodology",
    "sales": "sales-and-service-together",
    "backing": "sales-and-service-together",
    "learning": "sales-and-service-together",
    "calendars": "service-hours-and-holidays",
    "holiday_sets": "service-hours-and-holidays",
    "holidays": "service-hours-and-holidays",
    "calendar_exceptions": "service-hours-and-holidays",
    "compensations": "credits-and-rewards",
    "compensation_bands": "credits-and-rewards",
    "compensation_tests": "credits-and-rewards",
    "activities": "responsibilities",
    "assignments": "responsibilities",
    "activity_groups": "responsibilities",
    "letter_meanings": "responsibilities",
    "escalation_policies": "escalation",
    "escalation_steps": "escalation",
    "clients": "one-handbook-per-client",
    "special_deals": "one-handbook-per-client",
    "revisions": "recovery-and-earlier-versions",
    "releases": "preview-print-and-export",
}
"""Where the manual speaks of a part: by its table, else by its area in the navigator."""


def section_of(page: str) -> str:
    """Return the anchor of the manual's section about a page; that of the window for others."""
    if page in SECTIONS:
        return SECTIONS[page]
    from slaeditor.model.project import kinds
    from slaeditor.ui.panels import PANELS

    if page in PANELS:
        return "does-it-hold"
    kind = kinds().get(page)
    return SECTIONS[kind.declaration.area.word] if kind is not None else "the-window"


def manual_page(folder: Path | None = None) -> Path:
    """Write the manual into a folder, a private one by default, and return the path of the page.

    Raises FileNotFoundError when the program was installed without its manual.
    """
    source = _source()
    target = (folder or Path(tempfile.mkdtemp(prefix="sla-editor-"))) / "manual.html"
    target.write_text(_page(source), encoding="utf-8")
    return target


def _source() -> Path:
    for folder in FOLDERS:
        if (folder / "manual.md").exists():
            return folder / "manual.md"
    raise FileNotFoundError(
        "The manual did not come with this program; install it again, completely."
    )


def _page(source: Path) -> str:
    from markdown import Markdown
    from markdown.extensions.fenced_code import FencedCodeExtension
    from markdown.extensions.tables import TableExtension
    from markdown.extensions.toc import TocExtension

    extensions = [TableExtension(), FencedCodeExtension(), TocExtension()]
    body = Markdown(extensions=extensions).convert(source.read_text(encoding="utf-8"))
    return PAGE.format(body=PICTURE.sub(rf'src="{source.parent.as_uri()}/\1', body))
