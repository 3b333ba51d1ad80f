"""Prices: what each level costs, brackets with their curve, what is included, add-ons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.values.price import Price
from slaeditor.publish.document import Block, Cell, Chapter, Column, RowGroup, Section, Table
from slaeditor.publish.edition.chapters.agreed_prices import (
    off_the_sum,
    reduced,
    said,
    standing_of,
    usual,
)
from slaeditor.publish.edition.chapters.derived import (
    WIDEST,
    Layout,
    chapter,
    facts,
    facts_block,
    leftovers,
    linked,
    rest,
    rest_words,
    section,
    table,
)
from slaeditor.publish.edition.chapters.notes import Notes
from slaeditor.publish.edition.chapters.payment import payment
from slaeditor.publish.edition.chapters.price_curve import curve
from slaeditor.publish.edition.view import View
from slaeditor.rules.counted_units import counted_by, one_of, several_of
from slaeditor.rules.inheritance import Standing, lineage, price_plans
from slaeditor.rules.plan_prices import brackets_of
from slaeditor.rules.plans import period_of

_FIELDS = ("billing", "set_up", "minimum_term")
_ALLOWANCES = Layout(("name", "quantity", "over", "carries_over"), (34, 23, 25, 18))
_SEVERAL = 2
_LITTLE = 2
_BRACKETED = {PriceModel.GRADUATED, PriceModel.VOLUME, PriceModel.BLOCK, PriceModel.PERCENTAGE}


def prices(view: View) -> Chapter | None:
    """Return the prices of all levels, bracket by bracket where there are brackets."""
    owners = [*view.project.service_levels, None]
    plans = [
        plan
        for level in owners
        for plan in view.project.price_plans.where("level", level.id if level else "")
    ]
    survey = _survey(view, plans)
    in_full = tuple(part for plan in plans for part in _in_full(view, plan))
    survey = linked(survey, in_full, [view.anchor(plan) for plan in plans])
    paid = facts_block(((view.phrases("fact.paid"), payment(view)),)) if survey else ()
    made = chapter(view, "prices", (*survey, *paid), (*in_full, *_allowances(view)))
    if made is None or view.own_level is None or not view.is_client:
        return made
    return replace(made, lead=view.phrases("lead.prices.own"))


def price_words(view: View, level: ServiceLevel) -> str:
    """Return the price of a level in short, for a cell or fact; nothing when none is known."""
    standings = price_plans(view.project, level, view.client, view.on)
    own = [one for one in standings if one.level is not None]
    words = (_short_price(view, one) for one in own)
    return "; ".join(dict.fromkeys(filter(None, words)))


def _short_price(view: View, standing: Standing[PricePlan]) -> str:
    words = reduced(view, standing, _short_words(view, standing))
    return view.phrases("price.on-top", price=words) if words and standing.row.on_top else words


def _short_words(view: View, standing: Standing[PricePlan]) -> str:
    plan = standing.row
    if isinstance(standing.value, Price):
        price = said(view, plan, standing.value)
        if view.project.price_brackets.where("plan", plan.id) and plan.model in _BRACKETED:
            return view.phrases("price.from", price=price)
        return price
    if plan.model in {PriceModel.INCLUDED, PriceModel.QUOTED}:
        return view.phrases.choice(plan.model)
    if plan.model is PriceModel.PERCENTAGE:
        return ", ".join(filter(None, (_shares(view, plan), *_limits(view, plan))))
    if plan.minimum:
        return view.phrases("price.from", price=view.words.money(plan.minimum))
    return _own_bracket(view, plan) or _least_price(view, plan)


def _own_bracket(view: View, plan: PricePlan) -> str:
    """The price per unit for the client's own quantity, where it is one price for all units."""
    quantity = view.client.quantity if view.client is not None else None
    if quantity is None or plan.model is not PriceModel.VOLUME:
        return ""
    held = next((one for one in brackets_of(view.project, plan) if one.reaches(quantity)), None)
    return _per(view, plan, view.words.money(held.rate)) if held and not held.flat.amount else ""


def _least_price(view: View, plan: PricePlan) -> str:
    """The lowest price per unit of a plan in brackets; nothing where there is none."""
    brackets = view.project.price_brackets.where("plan", plan.id)
    prices = [one.unit_price for one in brackets if one.unit_price]
    if not prices or len({one.currency for one in prices}) > 1:
        return ""
    return view.phrases("price.from", price=_per(view, plan, view.words.money(min(prices))))


def _survey(view: View, plans: Sequence[PricePlan]) -> tuple[Block, ...]:
    """All plans in one table: level, what, price, how it is invoiced."""
    if not plans:
        return ()
    names = [name for name in _FIELDS if any(getattr(plan, name) for plan in plans)]
    notes = Notes()
    rows = tuple(_remarked(view, plan, _row(view, plan, names, notes), notes) for plan in plans)
    columns = (
        Column(view.phrases("column.level"), 22),
        Column(view.phrases("column.price"), 30),
        *(Column(view.label(plans[0], name), 48 // len(names)) for name in names),
    )
    caption = view.phrases("caption.prices")
    wide = len(columns) > WIDEST
    return (Table(caption, columns, (RowGroup(rows),), notes.listed, wide=wide, fitted=True),)


def _row(view: View, plan: PricePlan, names: Sequence[str], notes: Notes) -> tuple[Cell, ...]:
    changed = view.changed(plan, "price", "minimum", "maximum", "model")
    return (
        Cell(_named(view, plan)),
        Cell(_price(view, plan), _price_marks(view, plan, notes), changed=changed),
        *(
            Cell(_set_up(view, plan) if name == "set_up" else view.say(plan, name))
            for name in names
        ),
    )


def _price_marks(view: View, plan: PricePlan, notes: Notes) -> str:
    """The marks of what it costs otherwise, and of what clients are not told."""
    view.note(plan, "listed")
    unlisted = "" if plan.listed or view.is_client else view.phrases("note.unlisted")
    return notes.mark(usual(view, standing_of(view, plan)), unlisted)


def _remarked(view: View, plan: PricePlan, row: tuple[Cell, ...], notes: Notes) -> tuple[Cell, ...]:
    """The row of a plan with a footnote for the little that is left to say of it, if it is little.

    More than that, and whatever is written as text, stands in a part of its own.
    """
    left = view.unsaid(plan)
    is_little = len(left) <= _LITTLE and all(spec.kind.name != "prose" for spec in left)
    if not left or not is_little or view.project.price_brackets.where("plan", plan.id):
        return row
    marks = filter(None, (row[1].marks, notes.mark(*rest_words(view, plan))))
    return (row[0], replace(row[1], marks=", ".join(marks)), *row[2:])


def _set_up(view: View, plan: PricePlan) -> str:
    """The fee at the beginning, with how it is charged."""
    fee, words = view.say(plan, "set_up"), view.say(plan, "set_up_words")
    if fee and plan.set_up_each:
        view.note(plan, "set_up_each")
        unit = one_of(counted_by(plan)) or view.phrases("price.each-unit")
        fee = f"{fee} {view.phrases('per', unit=unit)}"
    return f"{fee} ({words})" if fee and words else fee or words


def _named(view: View, plan: PricePlan) -> str:
    """What a plan is called: its level, service and own name, none said twice.

    A plan by which the client's own level is sold goes by the name of that level.
    """
    level, service, name = (view.say(plan, one) for one in ("level", "service", "name"))
    own = _heir(view, plan)
    if own is not None:
        level, name = own.name, "" if level in name else name
    heads = [one for one in (level, service) if one and one not in name]
    return " · ".join(filter(None, (*heads, name))) or view.phrases("all.levels")


def _heir(view: View, plan: PricePlan) -> ServiceLevel | None:
    """The client's level or add-on that is sold by a plan of the level it is based on."""
    mine = (view.own_level, *view.add_ons) if view.own_level is not None else ()
    if not plan.level or any(one.id == plan.level for one in mine):
        return None
    bases = ((one, {base.id for base in lineage(view.project, one)}) for one in mine)
    return next((one for one, keys in bases if plan.level in keys), None)


def _price(view: View, plan: PricePlan) -> str:
    """The price that holds, with the model where it says more than the price."""
    standing = standing_of(view, plan)
    view.note(plan, "price", "model", "unit_name")
    return reduced(view, standing, _whole_price(view, plan, standing.value))


def _whole_price(view: View, plan: PricePlan, price: Price | None) -> str:
    single = said(view, plan, price) if price is not None else ""
    words = ", ".join(filter(None, (single, *_limits(view, plan))))
    unit = one_of(plan.unit_name)
    unit = "" if unit in words else unit
    model = _percentage(view, plan) or view.phrases.choice(plan.model)
    if single and plan.model in {PriceModel.FLAT, PriceModel.PER_UNIT}:
        return f"{words} ({unit})" if unit else words
    return ", ".join(filter(None, (model, words, unit)))


def _limits(view: View, plan: PricePlan) -> tuple[str, ...]:
    """The least and the most that a plan costs, such as "at least €29"."""
    return tuple(
        f"{label.lower()} {words}" for label, words in facts(view, plan, "minimum", "maximum")
    )


def _percentage(view: View, plan: PricePlan) -> str:
    """What a plan takes of what, such as "10 % to 3 % of the monthly spend"."""
    shares = _shares(view, plan)
    if plan.model is not PriceModel.PERCENTAGE or not shares or not plan.percentage_of:
        return ""
    return view.phrases("price.of", share=shares, what=view.say(plan, "percentage_of"))


def _shares(view: View, plan: PricePlan) -> str:
    """The percentages of a plan from the first bracket to the last."""
    brackets = view.project.price_brackets.where("plan", plan.id)
    shares = [view.say(one, "percentage") for one in brackets if one.percentage]
    if len(set(shares)) < _SEVERAL:
        return "".join(shares[:1])
    return view.phrases("price.shares", first=shares[0], last=shares[-1])


def _in_full(view: View, plan: PricePlan) -> tuple[Section, ...]:
    """A plan's brackets, curve and all that the survey does not say."""
    brackets = view.project.price_brackets.where("plan", plan.id)
    blocks = (
        *_brackets(view, plan, brackets),
        *curve(view, plan, _named(view, plan)),
        *rest(view, plan),
    )
    if not blocks:
        return ()
    return (Section(view.anchor(plan), _named(view, plan), blocks),)


def _brackets(view: View, plan: PricePlan, brackets: Sequence[PriceBracket]) -> tuple[Block, ...]:
    if not brackets or _is_one_share(view, plan, brackets):
        return ()
    rows = tuple(_bracket(view, plan, one) for one in brackets)
    quantity = view.phrases("column.quantity", unit=several_of(plan.unit_name)).strip(" ,")
    columns = (
        Column(plan.percentage_of or quantity, 50),
        Column(view.phrases("column.price"), 50),
    )
    caption = view.phrases("caption.brackets", plan=_named(view, plan))
    told = (*off_the_sum(view, plan), *leftovers(view, brackets))
    return (Table(caption, columns, (RowGroup(rows),)), *told)


def _is_one_share(view: View, plan: PricePlan, brackets: Sequence[PriceBracket]) -> bool:
    """Whether the survey says it all: one percentage of any amount."""
    only = brackets[0]
    if len(brackets) > 1 or only.above or only.up_to is not None or not _percentage(view, plan):
        return False
    view.note(only, "plan", "above", "up_to")
    return view.unsaid(only) == ()


def _bracket(view: View, plan: PricePlan, bracket: PriceBracket) -> tuple[Cell, ...]:
    above, up_to = view.say(bracket, "above"), view.say(bracket, "up_to")
    above = "" if bracket.above == 0 and bracket.up_to is not None else above or "0"
    key = "from-to" if above and up_to else ("up-to" if up_to else "above")
    prices = (
        _per(view, plan, view.say(bracket, "unit_price")),
        _per(view, plan, view.say(bracket, "flat_price"), each=""),
        view.say(bracket, "percentage"),
        view.say(bracket, "words"),
    )
    view.note(bracket, "plan", "above", "up_to")
    words = "; ".join(filter(None, prices))
    return (
        Cell(view.phrases(f"bracket.{key}", above=above, up_to=up_to)),
        Cell(words, changed=view.changed(bracket)),
    )


def _per(view: View, plan: PricePlan, price: str, each: str | None = None) -> str:
    """A price with what it is for: a unit of the plan, or another, and its period."""
    unit = one_of(plan.unit_name) if each is None else each
    named = view.phrases("per", unit=unit) if unit else ""
    period = view.words.per(period_of(plan))
    return " ".join(filter(None, (price, named, period))) if price else ""


def _allowances(view: View) -> tuple[Section, ...]:
    """What the prices include in quantity, under the name of each level."""
    rows = tuple(view.project.allowances)
    caption = view.phrases("caption.allowances")
    blocks = table(view, caption, rows, _ALLOWANCES, grouped_by="level")
    return section("allowances", view.phrases("section.allowances"), blocks)
