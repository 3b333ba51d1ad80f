"""Which measure or severity somebody's words mean: the project's own, or one that most have."""

from __future__ import annotations

import re
from typing import Final

from slaeditor.exchange.nodes import folded
from slaeditor.exchange.office_files import FoundTable
from slaeditor.model.document import Document, Language
from slaeditor.model.project import Project
from slaeditor.model.work import Organisation
from slaeditor.rules.names import title

_KNOWN: Final = (
    (
        "First response",
        r"respon[sd]\w*|react\w*|acknowledg\w*|pick.?up|(?:erst)?reaktion\w*|(?:erst)?antwort\w*",
    ),
    ("Restoration", r"restor\w*|recover\w*|work ?around|wiederherstell\w*|entstör\w*"),
    ("Resolution", r"resol\w*|fix\w*|repair\w*|solv\w*|solution|lösung\w*|behebung\w*"),
    ("Updates", r"updates?|status reports?|statusmeldung\w*"),
    ("Report on the cause", r"root cause|cause report|rca"),
    ("Delivery", r"deliver\w*|turn ?around|lead time|fulfil\w*|liefer\w*"),
    ("Availability", r"availab\w*|uptime|verfügbarkeit\w*"),
)
"""Measures that most agreements have, each with the words by which others call it."""

COMMON: Final = tuple(name for name, _ in _KNOWN)
"""The names of those measures, in the order they are offered."""

_SEVERITY: Final = re.compile(
    r"(?:p|s|sev|severity|prio|priority|priorität)[ .-]*[0-5]\b.*"
    r"|(?:very )?(?:critical|urgent|high|medium|normal|moderate|low|major|minor)"
    r"(?: (?:priority|severity|impact))?"
    r"|kritisch|dringend|hoch|mittel|niedrig|gering",
    re.IGNORECASE,
)
"""How severities are called nearly everywhere: a letter with a number, or a word of rank."""

_ORGANISATIONS: Final = (
    (Organisation.CUSTOMER, r"clients?|customers?|users?|end users?|kunden?|auftraggeber|anwender"),
    (Organisation.SUPPLIER, r"suppliers?|vendors?|subcontractors?|lieferant(?:en)?|hersteller"),
    (Organisation.SUPPLIER, r".*\b(?:data cent(?:re|er)|rechenzentrum)"),
    (Organisation.SALES, r"sales|sales .*|account managers?|vertrieb|vertriebs.*"),
    (Organisation.MANAGEMENT, r"management|head of .*|.*\bdirector|geschäftsführ.*|.*leitung"),
)
"""To whom a role most likely belongs, by how it is called."""

_LONGEST_NAME: Final = 5
"""Words above a table that are more than so many are a sentence, not a name."""


def measure_named(words: str, project: Project) -> str:
    """Return the measure that words speak of: one of the project's, a common one, or nothing.

    >>> measure_named("Response time", Project()), measure_named("Priority", Project())
    ('First response', '')
    """
    common = _common(words)
    own = [title(project, one) for one in project.measures]
    said = [name for name in own if folded(name) in folded(words)]
    alike = [name for name in own if common and _common(name) == common]
    return next(iter((*said, *alike)), _in_its_language(common, words, project))


def _in_its_language(common: str, words: str, project: Project) -> str:
    """The common name, or the words themselves where handbooks are in another language."""
    english = project.the(Document).language is not Language.GERMAN
    return common if english or not common or not is_name(words) else words.strip()


def _common(words: str) -> str:
    line = words.casefold()
    return next((name for name, told in _KNOWN if re.search(rf"\b(?:{told})\b", line)), "")


def severity_named(words: str, project: Project) -> str:
    """Return the severity that words name: one of the project's, else words that look like one.

    >>> severity_named("P2 – urgent", Project()), severity_named("Gold", Project())
    ('P2 – urgent', '')
    """
    for one in project.severities:
        if folded(words) in {folded(title(project, one)), folded(one.code)} - {""}:
            return title(project, one)
    return words if _SEVERITY.fullmatch(words.strip()) else ""


def organisation_meant(words: str) -> Organisation:
    """Return to whom a role of this name most likely belongs: to the service team if unknown.

    >>> organisation_meant("Client").word, organisation_meant("Service desk").word
    ('customer', 'staff')
    """
    line = " ".join(words.casefold().split())
    found = (one for one, told in _ORGANISATIONS if re.fullmatch(told, line))
    return next(found, Organisation.STAFF)


def measure_meant(found: FoundTable, project: Project) -> str:
    """Return what the measure of a table of times is called, or nothing where no words tell it.

    The head of the names tells it first, then the title above the table, at last a short title
    as it stands.
    """
    told = (measure_named(words, project) for words in (found.rows[0][0], found.title))
    return next(filter(None, told), found.title if is_name(found.title) else "")


def measures_offered(project: Project) -> tuple[str, ...]:
    """Return the measures of a project and the common ones that it does not have."""
    own = [title(project, one) for one in project.measures]
    taken = {folded(name) for name in own}
    return (*own, *(name for name in COMMON if folded(name) not in taken))


def is_name(words: str) -> bool:
    """Return whether words are short enough to be a name rather than a sentence."""
    return 0 < len(words.split()) <= _LONGEST_NAME and not words.rstrip().endswith((".", ":"))
