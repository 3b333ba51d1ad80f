"""The proof that an edition tells nothing of what its reader may not see.

The edition is made once more from a project in which everything confidential is gone or other
(`rules.confidential.altered`, which judges apart from the cut). It must be the very same.
"""

from __future__ import annotations

from slaeditor.model.project import Project, kinds
from slaeditor.publish.document import Edition
from slaeditor.publish.edition.builder import edition as made_edition
from slaeditor.rules.confidential import altered, confidences
from slaeditor.rules.visible import View


def dependences(
    edition: Edition, project: Project, view: View, since: Project | None = None
) -> tuple[str, ...]:
    """Return a sentence for each kind of record whose confidential part shows; none is right.

    `since` is the state since which the edition marks changes; what is confidential in it is
    made other too.
    """
    other = altered(project, view.reader, view.client, view.on)
    before = altered(since, view.reader, view.client, view.on) if since is not None else None
    if made_edition(other, view.reader, view.client, view.on, before) == edition:
        return ()
    if made_edition(project, view.reader, view.client, view.on, since) != edition:
        return ("The handbook does not say what the project says today; export it again.",)
    touched = dict.fromkeys(
        one.table for one in confidences(project, view.reader, view.client, view.on)
    )
    found = [name for name in touched if _shows(edition, (project, since), view, name)]
    names = ", ".join(kinds()[name].declaration.plural for name in found) or "several tables"
    return (f"The handbook would differ if what is confidential in {names} were different.",)


def _shows(
    edition: Edition, states: tuple[Project, Project | None], view: View, table: str
) -> bool:
    project, since = (
        altered(one, view.reader, view.client, view.on, tables=(table,)) if one else None
        for one in states
    )
    made = made_edition(project or states[0], view.reader, view.client, view.on, since)
    return made != edition
