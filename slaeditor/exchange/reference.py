"""The reference of the text form, made from the declarations: every table, field and grammar."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.exchange.vocabulary import children, has_own_title, is_opened_by_text, spoken, thing
from slaeditor.model import kinds as field_kinds
from slaeditor.model.entity import Entity, default, fields, owner
from slaeditor.model.field import Field
from slaeditor.model.kinds import grammar_kinds
from slaeditor.model.project import entity_named, kinds, table_name

BEGIN = "<!-- What follows is made from the declarations by docs/make_reference.py. -->"
"""The line of the manual under which the reference stands."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "text": ("Gold",),
    "prose": ("We **call back**.",),
    "yes or no": ("yes", "no"),
    "whole number": ("12", "1,000"),
    "number": ("2.5", "1,000,000"),
    "date": ("2027-01-31",),
    "moment": ("2026-12-24 15:30",),
    "time zone": ("Europe/Berlin", "UTC"),
    "colour": ("#0b5c8a",),
    "money": ("29 USD", "EUR 5,500.00", "1200 JPY"),
    "percentage": ("99.95 %", "5%"),
    "duration": ("30 min", "4 service h", "2 service days", "3 calendar days", "1 month"),
    "price": (
        *("29.00 USD per user per month", "495 GBP per year + VAT", "500 EUR once"),
        "39 EUR per hour",
    ),
    "week": (
        *("Mon–Fri 09:00–17:00", "Mon–Thu 08:15–16:45; Fri 08:15–16:15", "24x7", "closed"),
        *("Mon–Fri 09:00–12:00 and 13:00–17:00; Sat 10:00–14:00", "Mon–Fri 22:00–06:00"),
        *("Sun 14:00–Fri 17:00", "daily 05:00–17:00"),
    ),
    "target": (
        *("4 h", "4 service h", "95 % within 4 service h", "next service day"),
        *("end of next service day", "95 % by 12:00 next service day", "3–4 service days"),
        *("99.95 %", "at most 5 %", "< 200 ms", "p95 200 ms", "average 24 h", "8 points"),
        *("every 4 h", "weekly", "best effort", "as agreed", "not offered", "n/a", "no target"),
        *("continuous until lowered to severity 2", '"in our own words"'),
    ),
    "entitlement": ("yes", "no", "unlimited", "5", "6 per year", "2 hours per month", '"by mail"'),
    "letters": ("R", "A R", "C, I", "R*", '"see contract"'),
    "content": ("AAEC",),
    "readers": ("nobody", "staff", "sales", "clients", "staff, sales", "everyone"),
    "reference": ("gold", "Gold", "first-response gold"),
    "references": ("gold, silver",),
}
"""Words that each kind of field accepts, the usual ones first."""


def reference() -> str:
    """Return the reference as Markdown: what may be written, then every table."""
    return "\n".join([*_grammars(), *_contents(), *_tables()]).rstrip() + "\n"


def _grammars() -> Iterator[str]:
    yield from ("## What may be written in a field", "", "| Kind | What it is | For instance |")
    yield "|---|---|---|"
    for kind in grammar_kinds():
        examples = " · ".join(f"`{_cell(one)}`" for one in EXAMPLES[kind.name])
        yield f"| {kind.name} | {_cell(kind.grammar)} | {examples} |"
    yield "| choice | One word of the list that stands with the field. | |"
    yield ""


def _contents() -> Iterator[str]:
    yield from ("## All tables", "")
    names = (f"[{spoken(name)}](#{name.replace('_', '-')})" for name in kinds())
    yield from (", ".join(names) + ".", "")


def _tables() -> Iterator[str]:
    for name, kind in kinds().items():
        yield from (f"### {spoken(name)}", "")
        yield from (_first_sentence(kind), "", _place(name, kind), "")
        yield from ("| Field | What it is | Kind | Who may read it | When left out |",)
        yield "|---|---|---|---|---|"
        for spec in fields(kind):
            yield _row(kind, spec)
        yield ""


def _first_sentence(kind: type[Entity]) -> str:
    return " ".join((kind.__doc__ or "").split())


def _place(name: str, kind: type[Entity]) -> str:
    """How rows of a table are written, who may read a new one, and what stands under it."""
    told = [_form(name, kind), f"A new row may be read by {_readers(kind)}."]
    below = [f"`{one.name}`" for one in children(kind)]
    if below:
        told.append(f"Under a row may stand: {', '.join(below)}.")
    return " ".join(told)


def _form(name: str, kind: type[Entity]) -> str:
    spec = owner(kind)
    if kind.declaration.single:
        return f"There is one: `{spoken(name)}:` holds its fields."
    shape = "key and fields" if has_own_title(kind) else "a list of rows"
    if spec is None:
        return f"At the beginning of a line: `{spoken(name)}:`, then {shape}."
    above = entity_named(spec.to)
    short = next(one.name for one in children(above) if one.table == name)
    return f"Under a {thing(above)} (`{spoken(table_name(above))}`): `{short}:`, then {shape}."


def _readers(kind: type[Entity]) -> str:
    readers = default(kind, "readers")
    opened = (
        ", or by whom `readers:` at the head of the text names" if is_opened_by_text(kind) else ""
    )
    return f"{readers or 'nobody'}{opened}".replace("nobody", "nobody but the manager")


def _row(kind: type[Entity], spec: Field) -> str:
    what = spec.label + (f" ({spec.unit})" if spec.unit else "")
    told = " ".join(part for part in (f"**{what}.**", spec.help) if part)
    cells = (f"`{spoken(spec.name)}`", told, _kind(spec), str(spec.readers), _empty(kind, spec))
    return f"| {' | '.join(_cell(one) for one in cells)} |"


def _kind(spec: Field) -> str:
    if spec.names_record:
        return "a record by table and key, such as `service levels/gold`"
    if spec.to:
        many = "keys of" if spec.kind is field_kinds.REFERENCES else "key of"
        return f"{many} {spoken(table_name(entity_named(spec.to)))}"
    if spec.choices is not None:
        return " · ".join(f"`{member.word}`" for member in spec.choices)
    return spec.kind.name + _limits(spec)


def _limits(spec: Field) -> str:
    if spec.least is not None and spec.most is not None:
        return f", {spec.least} to {spec.most}"
    return f", from {spec.least}" if spec.least is not None else ""


def _empty(kind: type[Entity], spec: Field) -> str:
    value = default(kind, spec.name)
    if value not in (None, "", (), b""):
        return f"`{spec.kind.words(value)}`"
    return "needed" if spec.required else ""


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
