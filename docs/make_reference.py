"""Renews the reference in `docs/text-form.md` from the declarations: run it after changing one."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MANUAL = ROOT / "docs" / "text-form.md"


def renewed(manual: str) -> str:
    """Returns the manual with the reference as the declarations make it today."""
    from slaeditor.exchange.reference import BEGIN, reference

    introduction, _, _ = manual.partition(BEGIN)
    return f"{introduction}{BEGIN}\n\n{reference()}"


def main() -> int:
    """Writes the manual anew and says whether anything changed."""
    sys.path.insert(0, str(ROOT))
    before = MANUAL.read_text(encoding="utf-8")
    after = renewed(before)
    MANUAL.write_text(after, encoding="utf-8")
    print(
        "docs/text-form.md is renewed." if after != before else "docs/text-form.md is up to date."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
