"""The manual tells the keys that the commands have, and shows pictures that are there."""

from __future__ import annotations

import re
from pathlib import Path

from docs.make_manual import PAGE, commands, page
from slaeditor.cli.command_line import parser

FOLDER = PAGE.parent
PAGES = ("manual.md", "conventions.md", "capabilities.md")
LARGEST_PICTURE = 150 * 1024
MOST_PICTURES = 12


def linked(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [one for one in re.findall(r"\]\(([^)]+)\)", text) if "://" not in one]


def test_the_keys_are_those_of_the_commands(qapp):
    assert PAGE.read_text(encoding="utf-8") == page(), "Run python docs/make_manual.py."


def test_every_link_leads_somewhere():
    pages = [*(FOLDER / name for name in PAGES), FOLDER.parent / "README.md"]
    targets = [
        (path.name, one) for path in pages for one in linked(path) if not one.startswith("#")
    ]
    missing = [(name, one) for name, one in targets if not (FOLDER / one).exists()]
    assert [(n, o) for n, o in missing if not (FOLDER.parent / o).exists()] == []


def test_every_link_within_the_manual_has_its_heading():
    from markdown.extensions.toc import slugify

    headings = re.findall(r"^#+ (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    there = {f"#{slugify(words, '-')}" for words in headings}
    assert [one for one in linked(PAGE) if one.startswith("#") and one not in there] == []


def test_pictures_are_few_and_small():
    pictures = list((FOLDER / "pictures").glob("*.png"))
    assert 0 < len(pictures) <= MOST_PICTURES
    assert [one.name for one in pictures if one.stat().st_size > LARGEST_PICTURE] == []


def test_every_verb_of_the_command_line_is_told():
    text = PAGE.read_text(encoding="utf-8")
    verbs = re.findall(r"^    ([a-z]+) {2,}", parser().format_help(), re.MULTILINE)
    assert verbs
    assert [verb for verb in verbs if f"`{verb}`" not in text] == []


def test_every_command_that_is_named_exists(qapp):
    named_so = ((one.plain_title, one.submenu.replace("&", "")) for one in commands())
    titles = {words.rstrip("…") for both in named_so for words in both}
    text = PAGE.read_text(encoding="utf-8")
    named = re.findall(r"\*(?:File|Edit|View|Insert|Tools|Help) ▸ ([^*▸]+)\*", text)
    assert named
    assert [one for one in named if one.rstrip("…") not in titles] == []


def test_every_test_that_a_convention_names_exists():
    words = (FOLDER / "conventions.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", words))
    sources = "\n".join(
        one.read_text(encoding="utf-8") for one in (FOLDER.parent / "tests").rglob("test_*.py")
    )
    assert named
    assert [one for one in sorted(named) if f"def {one}(" not in sources] == []
