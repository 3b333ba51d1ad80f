"""Renews the list of tables in `docs/file-format.md`: run it after changing a declaration."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "file-format.md"
BEGIN = "<!-- The tables below are written by docs/make_file_format.py. -->"


def tables() -> Iterator[str]:
    """Yields the lines that describe every table, in the order of a project."""
    from slaeditor.model.entity import owner
    from slaeditor.model.project import kinds
    from slaeditor.storage.rows import columns

    for name, kind in kinds().items():
        above = owner(kind)
        summary = (kind.__doc__ or "").strip().split("\n")[0]
        yield f"### {name}"
        yield ""
        yield f"{summary}" + (f" Belongs to its `{above.name}`." if above else "")
        yield ""
        yield ", ".join(f"`{column.name}`" for column in columns(kind)) + "."
        yield ""


def renewed(page: str) -> str:
    """Returns the page with the tables as the declarations make them today."""
    introduction, _, _ = page.partition(BEGIN)
    return f"{introduction}{BEGIN}\n\n" + "\n".join(tables()).rstrip() + "\n"


def main() -> int:
    """Writes the page anew and says whether anything changed."""
    sys.path.insert(0, str(ROOT))
    before = PAGE.read_text(encoding="utf-8")
    after = renewed(before)
    PAGE.write_text(after, encoding="utf-8")
    print(f"docs/file-format.md is {'up to date' if after == before else 'renewed'}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
