"""Whether what is promised holds, in one sentence each: chains, team, money, clients who left.

The figures are those of `feasibility`, `capacity`, `exposure` and `losses`; here they are only
judged and put into a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.rules.deals import is_over
from slaeditor.rules.exposure import Exposure, Happening, exposure
from slaeditor.rules.feasibility import Chain, chain_of, chain_of_deal, tightest_start
from slaeditor.rules.feasibility_words import chain_title, hours_words
from slaeditor.rules.inheritance import sold
from slaeditor.rules.losses import Losses, losses
from slaeditor.rules.passages import plain, sum_words
from slaeditor.rules.team_needs import TeamNeed, team_need


class Holds(StrEnum):
    """How something stands."""

    YES = "yes"
    HARDLY = "hardly"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one thing stands: the panel that shows it (`key`), a short word and a sentence."""

    key: str
    holds: Holds
    headline: str
    sentence: str


def verdicts(project: Project, on: date) -> tuple[Verdict, ...]:
    """Return how chains, staffing, credits and lost clients stand on a day."""
    return (
        chains_verdict(project, on),
        staffing_verdict(project),
        exposure_verdict(project, on),
        losses_verdict(project),
    )


def chains(project: Project, on: date | None = None) -> tuple[Chain, ...]:
    """Return the chain behind every promise that has one, the one with the least slack first.

    What special deals promise instead is among them, but for those that are over on the date.
    """
    keys = dict.fromkeys(row.target for row in project.dependencies)
    targets = (project.targets.get(key) for key in keys)
    found = [chain_of(project, one) for one in targets if one is not None]
    deals = (one for one in project.special_deals if not is_over(one, on))
    found += [chain_of_deal(project, one) for one in deals]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.slack))


def standing_of(chain: Chain) -> Holds:
    """Return whether a chain fits into its promise: always, only as a rule, or not."""
    if chain.slack < 0:
        return Holds.NO
    worst = tightest_start(chain)
    if chain.untimed or (worst is not None and worst.slack < 0):
        return Holds.HARDLY
    return Holds.YES


def unbacked(project: Project) -> tuple[Target, ...]:
    """Return the promises with a time of which nobody said what stands behind them."""
    backed = {row.target for row in project.dependencies}
    return tuple(
        one
        for one in project.targets
        if one.id not in backed and one.value is not None and one.value.duration is not None
    )


def chains_verdict(project: Project, on: date | None = None) -> Verdict:
    """Return how many chains fit into their promises, and which fits least."""
    found = chains(project, on)
    if not found:
        words = "Say for a promise who has which part of its time; then it can be told if it fits."
        return Verdict("chains", Holds.UNKNOWN, "No chain yet", words)
    states = [standing_of(one) for one in found]
    broken = states.count(Holds.NO)
    if broken:
        least = found[0]
        words = (
            f"Behind “{chain_title(project, least)}” the chain is {hours_words(-least.slack)} "
            f"too long.{_chainless(project)}"
        )
        return Verdict("chains", Holds.NO, f"{broken} of {len(found)} do not fit", words)
    if Holds.HARDLY in states:
        count = states.count(Holds.HARDLY)
        words = "They fit as a rule, but not from every start, or a part has no time."
        words += _chainless(project)
        return Verdict("chains", Holds.HARDLY, f"{count} of {len(found)} fit only mostly", words)
    least = found[0]
    words = f"The least slack is {hours_words(least.slack)}, in “{chain_title(project, least)}”."
    return Verdict("chains", Holds.YES, _fitting(project, len(found)), words)


def _fitting(project: Project, count: int) -> str:
    """That all chains fit, of how many promises."""
    alone = len(unbacked(project))
    if not alone:
        return "It fits" if count == 1 else f"All {count} fit"
    has = (
        "promises has a chain behind it; it fits"
        if count == 1
        else ("promises have a chain behind them; they fit")
    )
    return f"{count} of {count + alone} {has}"


def _chainless(project: Project) -> str:
    """How many promises have no chain, in a sentence; nothing where all have one."""
    alone = len(unbacked(project))
    return f" {alone} promise{' has' if alone == 1 else 's have'} no chain." if alone else ""


def staffing_verdict(project: Project) -> Verdict:
    """Return how many positions are missing, in the team that misses most."""
    needs = [team_need(project, one) for one in project.teams]
    known = [one for one in needs if one.missing is not None and one.people]
    if not known:
        words = "Enter a team with its positions and the work streams it does."
        return Verdict("staffing", Holds.UNKNOWN, "Not known yet", words)
    worst = max(known, key=lambda one: one.missing or Decimal(0))
    return _team_verdict(worst, known)


def _team_verdict(worst: TeamNeed, known: list[TeamNeed]) -> Verdict:
    words = (
        f"“{worst.team.name}” has {plain(worst.positions or Decimal(0))} positions and needs "
        f"{plain(worst.people)}."
    )
    if worst.missing is not None and worst.missing > 0:
        more = sum(1 for one in known if one.missing is not None and one.missing > 0) - 1
        headline = f"{plain(worst.missing)} position{'s' * (worst.missing != 1)} missing"
        others = f" {more} more team{' is' if more == 1 else 's are'} short."
        return Verdict("staffing", Holds.NO, headline, words + others * bool(more))
    return Verdict("staffing", Holds.YES, "The team can do it", words)


def exposure_verdict(project: Project, on: date) -> Verdict:
    """Return what a month's credits cost at worst, beside what is earned."""
    found = [exposure(project, one, Happening(on=on)) for one in sold(project)]
    fees = sum_words(money for one in found for money in one.fees)
    worst = sum_words(money for one in found for money in one.worst)
    if not any(one.fees for one in found):
        words = "Enter levels with prices, clients and credits."
        return Verdict("exposure", Holds.UNKNOWN, "Not known yet", words)
    words = f"At worst a month costs {worst} in credits; the fees are {fees}."
    above = [one for one in found if one.is_above_fees]
    return _money_verdict(above, words, worst)


def _money_verdict(above: list[Exposure], words: str, worst: str) -> Verdict:
    if above:
        names = ", ".join(f"“{one.level.name}”" for one in above)
        return Verdict("exposure", Holds.NO, "More than the fees", f"{words} Above them: {names}.")
    headline = "No credit is owed" if worst == "nothing" else "Below the fees"
    return Verdict("exposure", Holds.YES, headline, words)


def losses_verdict(project: Project) -> Verdict:
    """Return how many clients were lost that could have been kept."""
    found = losses(project)
    if not found:
        words = "When a client leaves, ask why; the interview ties the loss to what broke."
        return Verdict("losses", Holds.UNKNOWN, "No interview yet", words)
    count = sum(len(one.interviews) for one in found)
    kept = sum(len(one.interviews) for one in found if one.could_be_helped)
    words = f"{_clients(count)} asked; {kept} could have been kept.{_most_frequent(found)}"
    state = Holds.HARDLY if kept else Holds.YES
    return Verdict("losses", state, f"{_clients(kept)} lost needlessly", words)


def _clients(count: int) -> str:
    return f"{count} client{'' if count == 1 else 's'}"


def _most_frequent(found: tuple[Losses, ...]) -> str:
    cause = next((one.cause for one in found if one.could_be_helped and one.cause), None)
    return f" Most often: {cause.label.lower()}." if cause else ""
