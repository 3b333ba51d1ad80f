"""Questions to a project: check, explain, price, credit."""

from __future__ import annotations

import argparse
import dataclasses
import json

from slaeditor.cli import grammar
from slaeditor.cli.grammar import MANY, add_file
from slaeditor.cli.reading import content_of, optional, project_in, record
from slaeditor.cli.trouble import FINDINGS, FINE, CommandTrouble
from slaeditor.model.clients import Client
from slaeditor.model.entity import Entity
from slaeditor.model.levels import Channel, Service, ServiceLevel, Variant
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity
from slaeditor.model.values.money import Money
from slaeditor.rules.checks.checking import check as checked
from slaeditor.rules.checks.copies import about_the_copy
from slaeditor.rules.clock_notes import notes
from slaeditor.rules.compensation import Occurrence
from slaeditor.rules.credits import credit as credits_of
from slaeditor.rules.explanation import Circumstances, DueTime, explain
from slaeditor.rules.explanation_words import sentences
from slaeditor.rules.feasibility import chain_of
from slaeditor.rules.feasibility_words import sentences as chain_sentences
from slaeditor.rules.findings import Finding, Gravity, errors
from slaeditor.rules.inheritance import add_ons_of, conditions
from slaeditor.rules.names import named, title
from slaeditor.rules.plans import plans_of
from slaeditor.rules.pricing import quote
from slaeditor.rules.quotes import Line, Order, Quote


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add check, explain, price and credit."""
    _add_check(verbs.add_parser("check", help="tell every promise that is not backed"))
    _add_explain(verbs.add_parser("explain", help="follow a case: when due, when escalated"))
    _add_price(verbs.add_parser("price", help="tell what a level costs, step by step"))
    _add_credit(verbs.add_parser("credit", help="tell what is owed for a result, step by step"))


def _add_check(verb: argparse.ArgumentParser) -> None:
    add_file(verb)
    verb.add_argument("--json", action="store_true", help="as data for another program")
    verb.add_argument("--on", type=grammar.day, metavar="DATE", help="as of a day; today if absent")
    verb.add_argument("--all", action="store_true", help="also what has been accepted")
    verb.set_defaults(run=check)


def _add_explain(verb: argparse.ArgumentParser) -> None:
    add_file(verb)
    verb.add_argument("--level", required=True, help="the service level of the case")
    verb.add_argument("--severity", help="its severity, by name or code")
    verb.add_argument("--at", required=True, type=grammar.moment, metavar="2026-12-24T15:30")
    for name in ("service", "channel", "client"):
        verb.add_argument(f"--{name}", metavar="NAME")
    verb.add_argument("--when", default="", metavar="CONDITION", help="a condition that is met")
    verb.add_argument(*("--pause",), type=grammar.span, action=MANY, default=[], metavar="FROM/TO")
    verb.set_defaults(run=tell_case)


def _add_price(verb: argparse.ArgumentParser) -> None:
    add_file(verb)
    verb.add_argument("--level", required=True)
    verb.add_argument("--quantity", type=grammar.number, help="how many of the plan's units")
    verb.add_argument("--amount", type=grammar.amount, help="what a percentage is taken of")
    verb.add_argument("--on", type=grammar.day, metavar="DATE", help="with the prices of a day")
    verb.add_argument("--part", type=grammar.part, metavar="1/2", help="part of a billing period")
    verb.add_argument("--discount", type=grammar.percentage, metavar="PERCENTAGE")
    for name in ("client", "service", "plan"):
        verb.add_argument(f"--{name}", metavar="NAME")
    verb.add_argument("--add-on", action=MANY, default=[], metavar="NAME")
    verb.add_argument(
        *("--used",), type=grammar.named_number, action=MANY, default=[], metavar="NAME=NUMBER"
    )
    verb.set_defaults(run=tell_price)


def _add_credit(verb: argparse.ArgumentParser) -> None:
    add_file(verb)
    verb.add_argument("--level", required=True)
    verb.add_argument("--measure", required=True)
    verb.add_argument("--result", type=grammar.number, help="the figure that was measured")
    verb.add_argument("--base", type=grammar.money, metavar="MONEY", help="what shares are of")
    verb.add_argument("--cases", type=grammar.number, help="how many cases count")
    verb.add_argument("--given", type=grammar.money, metavar="MONEY", help="already owed")
    verb.add_argument(
        *("--given-in-second",),
        type=grammar.money,
        metavar="MONEY",
        help="already owed in the time of the second limit",
    )
    verb.add_argument("--service", metavar="NAME", help="where it happened")
    verb.add_argument("--variant", metavar="NAME", help="the component, region, … concerned")
    verb.add_argument(
        *("--other",), type=grammar.named_number, action=MANY, default=[], metavar="MEASURE=RESULT"
    )
    verb.set_defaults(run=tell_credit)


def check(asked: argparse.Namespace) -> int:
    """Print the findings; return 1 when one that nobody has accepted is an error."""
    content = content_of(asked.file)
    project = content.project
    found = checked(project, asked.on or grammar.today())
    if content.reader is not None:
        found = about_the_copy(found, content.reader)
    shown = found if asked.all else tuple(one for one in found if one.is_open)
    if asked.json:
        told = [_finding_entries(project, one) for one in shown]
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _print_findings(project, shown)
    return FINDINGS if errors(found) else FINE


def _finding_entries(project: Project, one: Finding) -> dict[str, object]:
    row = _subject(project, one)
    return {**dataclasses.asdict(one), "about": title(project, row) if row else ""}


def _subject(project: Project, one: Finding) -> Entity | None:
    found: Entity | None = getattr(project, one.table).get(one.row)
    return found


def _print_findings(project: Project, shown: tuple[Finding, ...]) -> None:
    for one in shown:
        row = _subject(project, one)
        about = f" [{named(project, row)}]" if row else ""
        accepted = f" (accepted: {one.waived})" if one.waived else ""
        print(f"{one.severity}: {one.sentence} {one.remedy}{about}{accepted}")
    counts = [sum(one.severity is gravity for one in shown) for gravity in Gravity]
    told = [
        f"{count} {gravity}{'' if count == 1 else 's'}"
        for count, gravity in zip(counts, Gravity, strict=True)
    ]
    print(f"{', '.join(told)}.")


def tell_case(asked: argparse.Namespace) -> int:
    """Print when each promise of a case is due and when each escalation fires."""
    project = project_in(asked.file)
    service = optional(project, Service, asked.service)
    channel = optional(project, Channel, asked.channel)
    level = record(project, ServiceLevel, asked.level)
    client = optional(project, Client, asked.client)
    case = Circumstances(
        level,
        optional(project, Severity, asked.severity),
        service.id if service else "",
        channel.id if channel else "",
        client,
        add_ons_of(project, client, level),
        applies_when=asked.when,
    )
    others = _other_conditions(project, case)
    explanation = explain(project, case, asked.at, asked.pause)
    for sentence in (*sentences(project, explanation), *notes(project, explanation)):
        print(sentence)
    for one in explanation.due_times:
        _print_chain(project, one)
    for other in others:
        print(f"Another promise holds when: {other}.")
    return FINE


def _other_conditions(project: Project, case: Circumstances) -> list[str]:
    """The conditions of promises but the one that is met, which must be one of them."""
    found = conditions(project, case.level, case.of(""), case.add_ons)
    met = case.applies_when.casefold()
    if met and met not in [one.casefold() for one in found]:
        listed = "; ".join(found) or "none"
        raise CommandTrouble(f"No promise has the condition “{case.applies_when}”: {listed}.")
    return [one for one in found if one.casefold() != met]


def _print_chain(project: Project, one: DueTime) -> None:
    """Print what stands behind a promise of the case, where anything does."""
    chain = chain_of(project, one.target, one.value)
    if chain is not None:
        print("\n".join(chain_sentences(project, chain)))


def tell_price(asked: argparse.Namespace) -> int:
    """Print what a level costs: each step, then the totals."""
    project = project_in(asked.file)
    level = record(project, ServiceLevel, asked.level)
    _print_quote(quote(project, level, _order(project, level, asked)))
    return FINE


def _order(project: Project, level: ServiceLevel, asked: argparse.Namespace) -> Order:
    client = optional(project, Client, asked.client)
    service = optional(project, Service, asked.service)
    plan = optional(project, PricePlan, asked.plan)
    amount = asked.amount
    if amount is not None and not isinstance(amount, Money):
        amount = Money(amount, _currency(project, level))
    return Order(
        quantity=asked.quantity,
        amount=amount,
        on=asked.on,
        part_of_period=asked.part,
        client=client.id if client else "",
        service=service.id if service else "",
        plan=plan.id if plan else "",
        add_ons=tuple(record(project, ServiceLevel, name).id for name in asked.add_on),
        used=dict(asked.used),
        discount=asked.discount,
    )


def _currency(project: Project, level: ServiceLevel) -> str:
    """The one currency of a level's plans; raise when a number alone could be several."""
    found = {
        money.currency
        for plan in plans_of(project, level)
        for money in (plan.minimum, plan.maximum, plan.set_up, plan.price and plan.price.money)
        if money
    }
    if len(found) != 1:
        raise CommandTrouble("Give --amount with its currency, such as --amount '85000 USD'.")
    return found.pop()


def _print_quote(answer: Quote) -> None:
    width = max((len(one.words) for one in answer.lines), default=0)
    for line in answer.lines:
        print(f"{line.words:<{width}}  {_owed(line)}".rstrip())
    for total in answer.totals:
        period = total.period.phrase if total.period else "as used"
        print(f"{'Total':<{width}}  {total.money} {period}")
    if answer.is_open:
        print("A part of the price is quoted on request; the totals are not the whole.")
    for remark in answer.remarks:
        print(remark)


def _owed(line: Line) -> str:
    if line.money is None:
        return ""
    return f"{line.money.rounded()} {line.period.phrase if line.period else 'as used'}"


def tell_credit(asked: argparse.Namespace) -> int:
    """Print what is owed for a result: each step, then the amount."""
    project = project_in(asked.file)
    level = record(project, ServiceLevel, asked.level)
    measure = record(project, Measure, asked.measure)
    others = {record(project, Measure, name).id: result for name, result in asked.other}
    service = record(project, Service, asked.service).id if asked.service else ""
    variants = (record(project, Variant, asked.variant).id,) if asked.variant else ()
    happened = Occurrence(
        *(asked.result, asked.base, asked.cases, others, asked.given, service, variants),
        given_in_second=asked.given_in_second,
    )
    for row, owed in credits_of(project, level, measure, happened):
        print(f"{title(project, row)}:")
        for line in owed.lines:
            print(f"  {line}")
        parts = (owed.money or owed.share, f"{owed.hours} h" if owed.hours else None)
        told = " and ".join(str(part) for part in parts if part is not None)
        print(f"  Owed: {told or owed.words or 'nothing'}")
    return FINE
