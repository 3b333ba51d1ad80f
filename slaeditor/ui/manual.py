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
