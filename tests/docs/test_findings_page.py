"""The page of findings says what the rules say."""

from __future__ import annotations

from docs.make_findings import PAGE, page
from slaeditor.rules.checks.catalogue import RULES


def test_the_page_is_what_the_rules_make_it():
    assert PAGE.read_text(encoding="utf-8") == page(), "Run python docs/make_findings.py."


def test_every_rule_stands_on_the_page():
    text = page()
    assert [rule.name for rule in RULES if f"### {rule.name} ({rule.severity})" not in text] == []


def test_every_entry_says_why_and_what_to_do():
    entries = page().split("\n### ")[1:]
    assert all("**Why:** " in one and "**What to do:** " in one for one in entries)
