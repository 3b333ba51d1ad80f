"""The chapter on the service levels: side by side, then each by itself."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.model.entity import fields
from slaeditor.model.levels import LevelKind, ServiceLevel
from slaeditor.publish.document import Block, Chapter, Section
from slaeditor.publish.edition.chapters import target_surveys, target_tables
from slaeditor.publish.edition.chapters.derived import (
    chapter,
    facts,
    facts_block,
    passages,
    prose,
    rest,
    section,
    told_apart_from_names,
)
from slaeditor.publish.edition.chapters.entitlements import meanings, own_entitlements
from slaeditor.publish.edition.chapters.many_levels import MANY
from slaeditor.publish.edition.chapters.matrix import matrix
from slaeditor.publish.edition.chapters.plain_words import plain
from slaeditor.publish.edition.chapters.prices import price_words
from slaeditor.publish.edition.view import View
from slaeditor.publish.lengths import section_lines
from slaeditor.rules.calendars import calendar_for
from slaeditor.rules.inheritance import lineage, said_by

_LONGEST_LEAD = 220
_WORTH_A_PAGE = 24
"""Lines that the levels fill on average where each has a page of its own."""


def levels(view: View) -> Chapter | None:
    """Return the matrix of all levels and an opening page for each."""
    every = tuple(view.project.service_levels)
    openers = tuple(_opener(view, level) for level in every if _is_shown(view, level))
    if sum(map(section_lines, openers)) < _WORTH_A_PAGE * len(openers):
        openers = tuple(replace(part, opener=False) for part in openers)
    bare, sections = told_apart_from_names(openers)
    side_by_side = matrix(view)
    key = "section.side-by-side" if len(view.levels) > 1 else "section.at-a-glance"
    first = section("side-by-side", view.phrases(key), side_by_side)
    is_told = bool(side_by_side) or (len(view.levels) == 1 and _has_targets(view))
    named = () if is_told else bare
    return chapter(view, "levels", named, (*first, *sections, *meanings(view)))


def _has_targets(view: View) -> bool:
    """Whether the only level is named where its targets are told."""
    return bool(target_tables.measures_of(view, view.levels))


def _is_shown(view: View, level: ServiceLevel) -> bool:
    """Whether a level gets a page: each but a base that has no words of its own.

    In a client's own handbook what a base says stands with the level that is based on it.
    """
    if view.client is not None and level not in (*view.levels, *view.add_ons):
        view.note(level, *(spec.name for spec in fields(ServiceLevel)))
        return False
    if level.kind is not LevelKind.BASE:
        return True
    tells = bool(level.promise or level.for_whom or level.staff_note or level.selling_note)
    if not tells and view.project.service_levels.where("based_on", level.id):
        view.note(level, "name", "kind")  # the levels based on it name it
    return tells


_ALSO_AT_A_GLANCE = ("minimum_term", "notice", "renewal")
_LOOKED_UP = (
    *("kind", "aliases", "based_on", "adds_to", "services", "calendar", "minimum_term", "notice"),
    *("renewal", "offer", "valid_from", "valid_to", "ladder", "floor_price"),
)
"""The fields of a level that stand in its box."""


def _opener(view: View, level: ServiceLevel) -> Section:
    heading = view.title(level)
    lead, promise = _promise(view, level)
    glance = view.phrases("caption.at-a-glance", level=heading)
    is_sold = level.kind is LevelKind.LEVEL
    return Section(
        view.anchor(level),
        heading,
        (
            *promise,
            *facts_block(_box(view, level), changed=view.changed(level, *_LOOKED_UP)),
            *passages(view, level, "for_whom", "eligibility"),
            *_targets(view, level, glance),
            *([] if is_sold else own_entitlements(view, level)),
            *passages(view, level, "staff_note", "selling_note"),
            *rest(view, level),
        ),
        lead=lead,
        changed=bool(lead) and view.changed(said_by(view.project, level, "promise"), "promise"),
        opener=is_sold and 1 < len(view.levels) <= MANY,
    )


def _targets(view: View, level: ServiceLevel, caption: str) -> tuple[Block, ...]:
    """A survey of what is compared elsewhere; of an add-on or base the targets in full."""
    if level.kind is not LevelKind.LEVEL:
        own = any(
            view.project.targets.where("level", one.id) for one in lineage(view.project, level)
        )
        return target_tables.of_level(view, level, caption) if own else ()
    return target_surveys.at_a_glance(view, level, caption) if len(view.levels) > 1 else ()


def _promise(view: View, level: ServiceLevel) -> tuple[str, tuple[Block, ...]]:
    """The promise as one plain sentence, or as text where it is longer."""
    teller = said_by(view.project, level, "promise")
    text = view.say(teller, "promise")
    view.note(level, "promise")
    if "\n" not in text and len(text) <= _LONGEST_LEAD and plain(text) == text:
        return text, ()
    return "", prose(view, teller, "promise")


def _box(view: View, level: ServiceLevel) -> tuple[tuple[str, str], ...]:
    """Who and when: the facts that a reader looks up first.

    A level that is the only one has its hours, price and terms in the survey before. On what it is
    based says nothing to a client who reads of no other level.
    """
    view.note(level, "calendar", "kind", *_ALSO_AT_A_GLANCE)
    is_alone = view.levels == (level,)
    origin = () if view.client is not None else ("based_on",)
    view.note(level, "based_on")
    return (
        (view.phrases("fact.kind"), _kind(view, level)),
        *facts(view, level, "aliases", *origin, "adds_to", "services"),
        *(() if is_alone else _terms(view, level)),
        *facts(view, level, "offer", "valid_from", "valid_to", "ladder", "floor_price"),
    )


def _terms(view: View, level: ServiceLevel) -> tuple[tuple[str, str], ...]:
    """The service hours, the price and for how long it is bound."""
    calendar = calendar_for(view.project, level=level, client=view.client)
    hours = view.words.week(calendar.hours) if calendar and calendar.hours else ""
    named = ": ".join(filter(None, (calendar.name, hours))) if calendar else ""
    return (
        (view.phrases("fact.hours"), named),
        (view.phrases("fact.price"), price_words(view, level)),
        *_inherited(view, level, *_ALSO_AT_A_GLANCE),
    )


def _kind(view: View, level: ServiceLevel) -> str:
    return "" if level.kind is LevelKind.LEVEL else view.phrases.choice(level.kind)


def _inherited(view: View, level: ServiceLevel, *names: str) -> tuple[tuple[str, str], ...]:
    """Facts that come from the base where the level does not say them."""
    view.note(level, *names)
    tellers = ((name, said_by(view.project, level, name)) for name in names)
    return tuple((view.label(level, name), view.say(one, name)) for name, one in tellers)
