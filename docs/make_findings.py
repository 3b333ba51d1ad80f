"""Renews `docs/findings.md` from the catalogue of rules: run it after changing a rule."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from inspect import cleandoc
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slaeditor.rules.checks.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "findings.md"

HEAD = """# What the program finds

Every rule by which a project is checked, made from the rules themselves. An *error* contradicts
itself or cannot be kept, a *warning* should be looked at, a *hint* is a thought. A finding can be
accepted: add a waived finding with the name of the rule, the record, a reason and a date.
`slaeditor check FILE.sla` lists them, and its exit status is 1 while an error is open.

*Source* says what a rule rests on: L and a number is the catalogue of consistency rules, P a trap
that others fell into, C, S and B what the program is for, a demand what published agreements need.
"""


def page() -> str:
    """Returns the whole page as the rules make it today."""
    from slaeditor.rules.checks.catalogue import RULES

    by_area = sorted(RULES, key=lambda rule: (not _is_general(rule), _area(rule)))
    parts = [f"## {area}\n\n{_entries(members)}" for area, members in groupby(by_area, key=_area)]
    return f"{HEAD}\n" + "\n".join(parts)


def _area(rule: Rule) -> str:
    """The heading a rule stands under; what follows from every declaration has one of its own."""
    return "Every record" if _is_general(rule) else rule.subject.declaration.plural


def _is_general(rule: Rule) -> bool:
    return not rule.judge.__doc__


def _entries(rules: Iterator[Rule]) -> str:
    named = {rule.name: rule for rule in rules}
    return "\n".join(_entry(rule) for rule in named.values())


def _entry(rule: Rule) -> str:
    lines = [
        f"### {rule.name} ({rule.severity})\n",
        *([f"{cleandoc(rule.judge.__doc__)}\n"] if rule.judge.__doc__ else []),
        f"- **Why:** {rule.why}",
        f"- **What to do:** {rule.remedy}",
        *([f"- **Source:** {_source(rule.source)}"] if rule.source else []),
    ]
    return "\n".join(lines) + "\n"


def _source(words: str) -> str:
    return "what is declared of each field" if words == "declarations" else words


def main() -> int:
    """Writes the page anew and says whether anything changed."""
    sys.path.insert(0, str(ROOT))
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    after = page()
    PAGE.write_text(after, encoding="utf-8")
    print("docs/findings.md is renewed." if after != before else "docs/findings.md is up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
