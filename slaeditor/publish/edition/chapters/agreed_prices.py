"""Prices as a special deal leaves them: worked out, or with what is taken off in the end."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.model.clients import SpecialDeal
from slaeditor.model.prices import PricePlan
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.publish.document import Block, Paragraph
from slaeditor.publish.edition.view import View
from slaeditor.rules.deals import discount_agreed, is_reduced_singly, price_agreed
from slaeditor.rules.inheritance import Standing, plan_with_deal
from slaeditor.rules.plans import period_of


def standing_of(view: View, plan: PricePlan) -> Standing[PricePlan]:
    """Return what the client pays by a plan; the list price for other readers."""
    level = view.project.service_levels.get(plan.level)
    return plan_with_deal(view.project, plan, level, view.client, view.on)


def said(view: View, plan: PricePlan, price: Price) -> str:
    """Return a price with the period it is for, where the invoice tells it and the price not."""
    return view.words.price(replace(price, period=price.period or period_of(plan)))


def reduced(view: View, standing: Standing[PricePlan], words: str) -> str:
    """Return what a plan costs with the discount that its words do not hold yet."""
    discount = _off(standing)
    if not words or not discount or is_reduced_singly(standing.row):
        return words
    return view.phrases("price.less", price=words, discount=view.words.percentage(discount))


def usual(view: View, standing: Standing[PricePlan]) -> str:
    """Return the footnote that tells what a plan costs without the deal; else nothing."""
    plan, discount = standing.row, _off(standing)
    if standing.deal is None or plan.price in {None, standing.value}:
        return ""
    listed = said(view, plan, plan.price)
    if discount is None:
        return view.phrases("note.agreed", usual=listed)
    told = view.words.percentage(discount)
    return view.phrases("note.agreed-off", discount=told, usual=listed)


def off_the_sum(view: View, plan: PricePlan) -> tuple[Block, ...]:
    """Return the sentence below brackets that tells of a discount off what they add up to."""
    discount = _off(standing_of(view, plan))
    if discount is None:
        return ()
    told = view.words.percentage(discount)
    return (Paragraph(view.phrases("note.agreed-off-sum", discount=told)),)


def worked_out(view: View, deal: SpecialDeal) -> str:
    """Return what the plan of a deal costs with its discount, and what it costs otherwise."""
    plan = view.project.price_plans.get(deal.plan)
    if plan is None or plan.price is None or discount_agreed(deal, plan) is None:
        return ""
    price = price_agreed(plan, deal)
    if price is None or not is_reduced_singly(plan):
        return ""
    told, listed = said(view, plan, price), said(view, plan, plan.price)
    return view.phrases("price.instead", price=told, usual=listed)


def off_every(view: View, deal: SpecialDeal) -> str:
    """Return what a discount is off that names no plan; nothing for any other deal."""
    return view.phrases("price.off-every") if deal.agreed_discount and not deal.plan else ""


def _off(standing: Standing[PricePlan]) -> Percentage | None:
    return discount_agreed(standing.deal, standing.row) if standing.deal is not None else None
