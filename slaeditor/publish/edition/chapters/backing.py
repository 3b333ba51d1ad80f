"""What stands behind the promises: departments, suppliers, what they owe, the team."""

from __future__ import annotations

from slaeditor.model.backing import Dependency
from slaeditor.model.promises import Target
from slaeditor.model.values.duration import Duration
from slaeditor.publish.document import Block, Chain, ChainLink, Chapter, Section
from slaeditor.publish.edition.chapters.derived import (
    Layout,
    cards,
    chapter,
    leftovers,
    section,
    table,
)
from slaeditor.publish.edition.chapters.timelines import minutes
from slaeditor.publish.edition.view import View
from slaeditor.rules.explanation import promised_time
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
    layout = _CLIENT_ROLES if view.is_client else _ROLES
    needs = tuple(view.project.skill_needs)
    trainings = tuple(view.project.trainings)
    training = view.phrases("section.training")
    needed = view.phrases("section.skill-needs")
    return chapter(
        view,
        "team",
        sections=(
            *section("roles", heading, table(view, heading, roles, layout)),
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
    rows = sorted(
        view.project.dependencies.where("target", key), key=lambda row: (row.order, row.position)
    )
    if target is None:
        return leftovers(view, rows)
    promise = promised_time(target.value) if target.value else None
    if not isinstance(promise, Duration):
        return leftovers(view, rows)
    return (_drawn(view, target, promise, rows), *leftovers(view, rows))


def _drawn(view: View, target: Target, promise: Duration, rows: list[Dependency]) -> Chain:
    named = title(view.project, target)
    links = [_link(view, row) for row in rows]
    whole = minutes(promise)
    used = sum(link.minutes for link in links)
    over = used > whole
    key = "hole" if over else "slack"
    length = abs(whole - used)
    spare = Duration.parse(f"{length} min" if length % _HOUR else f"{length // _HOUR} h")
    if length:
        links.append(
            ChainLink(view.phrases(f"chain.{key}"), length, view.words.duration(spare), key)
        )
    told = "; ".join(f"{link.title}: {link.detail}" for link in links)
    return Chain(
        view.phrases("caption.chain", target=named),
        view.phrases("picture.chain", target=named, told=told),
        ChainLink(named, whole, view.words.duration(promise)),
        tuple(links),
    )


def _link(view: View, row: Dependency) -> ChainLink:
    view.note(row, "target")
    names = (
        view.say(row, "name"),
        view.say(row, "agreement"),
        view.say(row, "hand_off"),
    )
    view.note(row, "order")
    role = view.say(row, "role")
    words = " · ".join(filter(None, names)) or role
    detail = ", ".join(filter(None, (view.say(row, "takes"), role if words != role else "")))
    return ChainLink(words, minutes(row.takes) if row.takes else 0, detail)
