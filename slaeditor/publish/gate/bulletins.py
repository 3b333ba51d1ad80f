"""The gate for a bulletin, which is made from two states of a project instead of one."""

from __future__ import annotations

import hashlib

from slaeditor.model.project import Project
from slaeditor.publish.document import Edition
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.edition.bulletin import bulletin
from slaeditor.publish.gate.completeness import missing, strayed
from slaeditor.publish.gate.gate import Verdict
from slaeditor.publish.gate.pdf_reading import pdf_reading
from slaeditor.publish.gate.search import hits
from slaeditor.publish.gate.secrets import secrets_of
from slaeditor.publish.trouble import Withheld
from slaeditor.rules.confidential import altered
from slaeditor.rules.visible import View


def bulletin_passed(
    content: bytes, edition: Edition, before: Project, after: Project, view: View
) -> Verdict:
    """Return the verdict on the PDF of a bulletin that passes; raises Withheld for another one.

    It may tell nothing that is confidential in either state, and has to be the very same when
    all that is confidential in both is gone or other.
    """
    reading = pdf_reading(content)
    states = [(project, secrets_of(project, view, edition)) for project in (before, after)]
    verdict = Verdict(
        max(secrets.count for _, secrets in states),
        hashlib.sha256(content).hexdigest(),
        hashlib.sha256(edition_json(edition)).hexdigest(),
        tuple(hit for project, secrets in states for hit in hits(reading, secrets, project)),
        _dependences(edition, before, after, view),
        (*missing(reading, edition), *strayed(reading)),
        reading.faults,
    )
    if not verdict.passes:
        raise Withheld(verdict.sentences, verdict.hits)
    return verdict


def _dependences(edition: Edition, before: Project, after: Project, view: View) -> tuple[str, ...]:
    """A sentence where something confidential shows in the bulletin; none is right."""
    old, new = (altered(one, view.reader, view.client, view.on) for one in (before, after))
    if bulletin(old, new, view.reader, view.client, view.on) == edition:
        return ()
    return ("The bulletin would differ if what is confidential were different.",)
