"""The chain behind a promise in sentences: what is spare or missing, whose it is, a way out."""

from __future__ import annotations

from decimal import Decimal

from slaeditor.model.project import Project
from slaeditor.model.values import numbers
from slaeditor.model.values.duration import Duration
from slaeditor.rules.feasibility import Chain, Link, TightestStart, tightest_start
from slaeditor.rules.names import title


def sentences(project: Project, chain: Chain) -> tuple[str, ...]:
    """Return the chain in English: each part in order, what is spare or missing, and whose."""
    named = chain_title(project, chain)
    lines = [f"Behind “{named}”, {promised_words(chain)}, stand:"]
    lines += [f"  {_link_words(project, one)}" for one in chain.links]
    lines.append(f"Together {hours_words(chain.needed)}: {slack_words(project, chain)}.")
    worst = tightest_start(chain)
    if worst is not None and worst.slack < 0 <= chain.slack:
        lines.append(start_words(worst))
    return tuple(lines)


def chain_title(project: Project, chain: Chain) -> str:
    """Return what a chain stands behind: the target, and the client of a special deal."""
    client = project.clients.get(chain.deal.client) if chain.deal else None
    named = title(project, chain.target)
    return f"{named} · {title(project, client)}" if client else named


def slack_words(project: Project, chain: Chain) -> str:
    """Return what is spare or missing, and whose part it is most: "4 h too long, most of it …"."""
    if chain.slack >= 0:
        return f"{hours_words(chain.slack)} to spare"
    words = f"{hours_words(-chain.slack)} too long"
    most = chain.longest
    return f"{words}, most of it {whose_words(project, most)}" if most else words


def way_out(project: Project, chain: Chain) -> str:
    """Return how a hole can be closed: "Promise 8 h or more, or …", empty where there is none."""
    most = chain.longest
    if chain.slack >= 0 or most is None:
        return ""
    owner = f" of {title(project, most.owner)}" if most.owner else ""
    return (
        f"Promise {hours_words(chain.needed)} or more of elapsed time, or bring “{most.name}”"
        f"{owner} down by {hours_words(-chain.slack)}."
    )


def whose_words(project: Project, link: Link) -> str:
    """Return a part with whose it is and its time: "“Line” (Acme, 8 h)"."""
    owner = title(project, link.owner) if link.owner else "our own work"
    minutes = hours_words(link.minutes) if link.minutes is not None else "no time said"
    return f"“{link.name}” ({owner}, {minutes})"


def promised_words(chain: Chain) -> str:
    """Return what is promised, with its elapsed time where another clock counts it."""
    promise = chain.promise
    if isinstance(promise, Duration) and promise.minutes == chain.promised:
        return str(chain.value)
    return f"{chain.value} (about {hours_words(chain.promised)} elapsed)"


def start_words(worst: TightestStart) -> str:
    """Return the tightest start in a sentence."""
    return (
        f"A case that begins on {worst.start:%A at %H:%M} is due on {worst.due:%A at %H:%M}, but "
        f"what stands behind it may take until {worst.done:%A at %H:%M}: "
        f"{hours_words(abs(worst.slack))} too long."
    )


def hours_words(minutes: Decimal) -> str:
    """Return minutes as hours to one place, below an hour as minutes.

    >>> hours_words(Decimal(270)), hours_words(Decimal(15))
    ('4.5 h', '15 min')
    """
    if minutes < 60:  # noqa: PLR2004  minutes of an hour
        return f"{numbers.words(round(minutes, 0))} min"
    return f"{numbers.words(round(minutes / 60, 1))} h"


def _link_words(project: Project, link: Link) -> str:
    words = whose_words(project, link)
    if link.in_dispute is None:
        return words
    return f"{words}; while they dispute, {title(project, link.in_dispute)} owns the case"
