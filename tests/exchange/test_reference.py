"""The manual of the text form says what the declarations say, and its examples are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.make_reference import renewed
from slaeditor.exchange.reference import EXAMPLES
from slaeditor.exchange.text_form import dump, load
from slaeditor.exchange.vocabulary import OWN_NAMES, children_of, fields_of
from slaeditor.model.entity import fields
from slaeditor.model.kinds import grammar_kinds
from slaeditor.model.project import kinds

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "text-form.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)


def test_the_reference_is_what_the_declarations_make_it():
    text = MANUAL.read_text(encoding="utf-8")
    assert text == renewed(text), "Run python docs/make_reference.py."


@pytest.mark.parametrize("block", BLOCKS)
def test_an_example_of_the_manual_is_read_and_written_back(block: str):
    project = load(block)
    assert project.count > 0
    assert load(dump(project)) == project


@pytest.mark.parametrize("kind", grammar_kinds(), ids=lambda kind: kind.name)
def test_every_example_of_a_grammar_is_read(kind):
    if kind.name not in {"reference", "references"}:
        assert [kind.parse(words) for words in EXAMPLES[kind.name]]


@pytest.mark.parametrize("name", list(kinds()))
def test_every_table_and_field_stands_in_the_reference(name: str):
    text = MANUAL.read_text(encoding="utf-8")
    section = text.split(f"\n### {name.replace('_', ' ')}\n")[1].split("\n### ")[0]
    missing = [
        one.name
        for one in fields(kinds()[name])
        if f"| `{one.name.replace('_', ' ')}` |" not in section
    ]
    assert missing == []


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.__name__)
def test_no_field_has_a_name_that_the_text_form_uses(kind):
    assert not set(fields_of(kind)) & set(OWN_NAMES)
    assert not set(fields_of(kind)) & set(children_of(kind))
