"""A client's service on one page: what it has, how fast it is answered, whom it calls.

The page repeats in short what the chapters say in full; nothing stands here alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from slaeditor.model.clients import Client
from slaeditor.model.levels import ServiceLevel
from slaeditor.publish.document import Block, Chapter, Facts, Section, Table
from slaeditor.publish.edition.chapters import target_surveys
from slaeditor.publish.edition.chapters.derived import chapter, facts_block, particulars
from slaeditor.publish.edition.chapters.firing import short_firing
from slaeditor.publish.edition.chapters.payment import payment
from slaeditor.publish.edition.chapters.prices import price_words
from slaeditor.publish.edition.view import View
from slaeditor.rules.calendars import calendar_for
from slaeditor.rules.escalations_at import policies_for, steps_for
from slaeditor.rules.inheritance import said_by

_MOST = 5


def summary(view: View) -> Chapter | None:
    """Return the page for a client that has a level of its own; None for anybody else."""
    level = view.own_level
    if view.client is None or not view.is_client or level is None:
        return None
    parts = (
        _part(view, "has", _has(view, view.client, level)),
        _part(view, "answers", _answers(view, level)),
        _part(view, "helps", (*_calls(view), *_late(view, level), *_missed(view))),
    )
    sections = tuple(one for part in parts for one in part)
    made = chapter(view, "summary", sections=sections, numbered=False)
    if made is None or _calls(view):
        return made
    return replace(made, lead=view.phrases("lead.summary.uncalled"))


def _part(view: View, key: str, blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    heading = view.phrases(f"summary.{key}")
    return (Section(f"s-summary-{key}", heading, blocks),) if blocks else ()


def _has(view: View, client: Client, level: ServiceLevel) -> tuple[Block, ...]:
    """The level with its terms, as far as they are said."""
    calendar = calendar_for(view.project, level=level, client=client)
    hours = view.words.week(calendar.hours) if calendar and calendar.hours else ""
    names = view.words.list(one.name for one in (level, *view.add_ons))
    terms = ("minimum_term", "notice", "renewal")
    rows = (
        (view.phrases("column.level"), names),
        (view.phrases("fact.hours"), hours),
        (view.phrases("fact.price"), price_words(view, level)),
        (view.phrases("fact.paid"), payment(view)),
    )
    more = (
        *((view.label(level, name), _inherited(view, level, name)) for name in terms),
        (view.label(client, "contract_until"), view.words.value(client.contract_until)),
    )
    return (*facts_block(rows), *particulars(more))


def _inherited(view: View, level: ServiceLevel, name: str) -> str:
    """A term of the level or of the one it is based on."""
    return view.words.value(getattr(said_by(view.project, level, name), name))


def _answers(view: View, level: ServiceLevel) -> tuple[Block, ...]:
    """The survey of what is promised, without what is told beside it."""
    caption = view.phrases("caption.at-a-glance", level=level.name)
    return tuple(
        one
        for one in target_surveys.at_a_glance(view, level, caption)
        if isinstance(one, Table | Facts)
    )


def _calls(view: View) -> tuple[Block, ...]:
    """The ways to reach us, with their addresses."""
    pairs = tuple((row.name, row.address) for row in view.project.channels if row.address)
    return _line(view, "calls", pairs)


def _late(view: View, level: ServiceLevel) -> tuple[Block, ...]:
    """Whom a case reaches, and when, by the first ladder that holds at the level."""
    for policy in policies_for(view.project, level, ""):
        told = tuple(_rungs(view, level, policy.id))
        if told:
            return _line(view, "late", told)
    return ()


def _rungs(view: View, level: ServiceLevel, policy: str) -> Iterator[tuple[str, str]]:
    found = view.project.escalation_policies[policy]
    for step in steps_for(view.project, found, level, ""):
        roles = view.words.list(view.titles("Role", step.to_roles))
        if roles:
            when = short_firing(view, step)
            yield f"{when[:1].upper()}{when[1:]}", roles


def _missed(view: View) -> tuple[Block, ...]:
    """The names of the credits that the client may have."""
    names = [row.name for row in view.project.compensations if row.name]
    told = view.words.list(names[:_MOST])
    return (Facts(((view.phrases("summary.missed"), told),), run_in=True),) if told else ()


def _line(view: View, key: str, pairs: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
    """Facts in a line after what they are about; nothing without any."""
    told = tuple((label, words) for label, words in pairs[:_MOST])
    about = (view.phrases(f"summary.{key}"), "")
    return (Facts((about, *told), run_in=True),) if told else ()
