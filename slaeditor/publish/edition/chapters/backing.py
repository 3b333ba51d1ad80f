"""What stands behind the promises: departments, suppliers, what they owe, the team."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from slaeditor.model.values.duration import Duration, Unit
from slaeditor.publish.document import Block, Chapter, Paragraph, Section
from slaeditor.publish.edition.chapters.derived import (
    Layout,
    cards,
    chapter,
    leftovers,
    section,
    table,
)
from slaeditor.publish.edition.view import View
from slaeditor.publish.figures import Chain, ChainLink
from slaeditor.rules.feasibility import Chain as Links
from slaeditor.rules.feasibility import Link, TightestStart, chain_of, tightest_start
from slaeditor.rules.feasibility_words import chain_title
from slaeditor.rules.names import title

_HOUR = 60
_ROLES = Layout(("name", "organisation", "description", "contact"), (22, 16, 42, 20))
_CLIENT_ROLES = Layout(("name", "client_description", "contact", "available"), (22, 42, 20, 16))
_SKILLS = Layout(("skill", "level", "role", "rating", "people"), (30, 20, 20, 16, 14))
_TRAINING = Layout(("name", "roles", "edition", "planned_on", "content"), (22, 18, 12, 14, 34))


def backing(view: View) -> Chapter | None:
    """Return what other departments and vendors owe, and the chain behind each promise."""
    return chapter(
        view,
        "backing",
        sections=(
            *cards(view, "departments", view.project.departments),
            *cards(view, "suppliers", view.project.suppliers),
            *cards(view, "agreements", view.project.support_agreements),
            *_chains(view),
        ),
    )


def team(view: View) -> Chapter | None:
    """Return roles, skills, training and the teams."""
    roles = tuple(view.project.roles)
    heading = view.phrases("section.roles")
    layout, grouped_by = (_CLIENT_ROLES, "organisation") if view.is_client else (_ROLES, "")
    if view.is_client:
        for role in roles:
            view.note(role, *(["description"] if role.client_description else []))
    needs = tuple(view.project.skill_needs)
    trainings = tuple(view.project.trainings)
    training = view.phrases("section.training")
    needed = view.phrases("section.skill-needs")
    return chapter(
        view,
        "team",
        sections=(
            *section("roles", heading, table(view, heading, roles, layout, grouped_by)),
            *cards(view, "skills", view.project.skills),
            *section("skill-needs", needed, table(view, needed, needs, _SKILLS)),
            *section("training", training, table(view, training, trainings, _TRAINING)),
            *cards(view, "teams", view.project.teams),
            *cards(view, "work-streams", view.project.work_streams),
        ),
    )


def _chains(view: View) -> tuple[Section, ...]:
    """For each promise with dependencies the links laid under its time."""
    keys = dict.fromkeys(row.target for row in view.project.dependencies)
    blocks = [block for key in keys for block in _chain(view, key)]
    return section("chains", view.phrases("section.chains"), blocks)


def _chain(view: View, key: str) -> tuple[Block, ...]:
    target = view.project.targets.get(key)
    rows = view.project.dependencies.where("target", key)
    chain = chain_of(view.project, target) if target else None
    if chain is None:
        return leftovers(view, rows)
    told = tuple(Paragraph(words) for words in _sentences(view, chain))
    return (drawn(view, chain), *told, *leftovers(view, rows))


def drawn(view: View, chain: Links) -> Chain:
    """Return the figure of a chain, with what is spare or missing at its end."""
    named = chain_title(view.project, chain)
    orders = [one.part.order for one in chain.links]
    besides = (order == before for order, before in zip(orders, [None, *orders], strict=False))
    links = [
        _link(view, one, beside=beside) for one, beside in zip(chain.links, besides, strict=True)
    ]
    if chain.slack:
        key = "hole" if chain.slack < 0 else "slack"
        length = abs(chain.slack)
        links.append(ChainLink(view.phrases(f"chain.{key}"), int(length), _time(view, length), key))
    told = "; ".join(": ".join(filter(None, (link.title, link.detail))) for link in links)
    return Chain(
        view.phrases("caption.chain", target=named),
        view.phrases("picture.chain", target=named, told=told),
        ChainLink(named, int(chain.promised), _time(view, chain.promised)),
        tuple(links),
    )


def _link(view: View, link: Link, *, beside: bool) -> ChainLink:
    row = link.part
    view.note(row, "target", "order")
    names = (view.say(row, "name"), view.say(row, "agreement"), view.say(row, "hand_off"))
    role, takes = view.say(row, "role"), view.say(row, "takes")
    owner = title(view.project, link.owner) if link.owner else role
    words = " · ".join(filter(None, names)) or owner
    owners = dict.fromkeys(one for one in (owner, role) if one and one != words)
    counted = _time(view, link.minutes) if link.minutes is not None else ""
    detail = ", ".join(filter(None, (takes or counted, *owners)))
    return ChainLink(words, int(link.minutes or 0), detail, beside=beside)


def _sentences(view: View, chain: Links) -> Iterator[str]:
    """Yield what is spare or missing, whose part it is most, and who owns a disputed case."""
    key, most = ("hole" if chain.slack < 0 else "slack"), chain.longest
    yield view.phrases(
        f"chain.told.{key}",
        needed=_time(view, chain.needed),
        promised=_time(view, chain.promised),
        rest=_time(view, abs(chain.slack)),
    )
    if chain.slack < 0 and most is not None:
        owner = title(view.project, most.owner) if most.owner else view.phrases("chain.own-work")
        yield view.phrases("chain.most", part=most.name, owner=owner)
    owners = dict.fromkeys(one.in_dispute.name for one in chain.links if one.in_dispute)
    if owners:
        yield view.phrases("chain.dispute", owner=view.words.list(owners))
    worst = tightest_start(chain) if chain.slack >= 0 else None
    if worst is not None and worst.slack < 0:
        yield view.phrases("chain.tightest", start=_moment(view, worst.start), **_ends(view, worst))


def _ends(view: View, worst: TightestStart) -> dict[str, str]:
    return {
        "due": _moment(view, worst.due),
        "done": _moment(view, worst.done),
        "hole": _time(view, abs(worst.slack)),
    }


def _moment(view: View, moment: datetime) -> str:
    day = view.words.day_names()[moment.weekday()]
    return f"{day} {view.words.time(f'{moment:%H:%M}')}"


def _time(view: View, minutes: Decimal) -> str:
    """Elapsed minutes in hours to a tenth, below an hour in minutes."""
    long = minutes >= _HOUR
    amount = round(minutes / _HOUR, 1) if long else round(minutes, 0)
    return view.words.duration(Duration(amount, Unit.HOUR if long else Unit.MINUTE))
