"""A finished handbook held against what is confidential today; called on a lane's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from slaeditor.model.project import Project
from slaeditor.publish.formats import FORMATS
from slaeditor.session.audience import Audience
from slaeditor.storage.files import FileSystem, read_file
from slaeditor.storage.trouble import read_trouble

if TYPE_CHECKING:
    from slaeditor.publish.gate.search import Hit

LARGEST = 200_000_000
"""Bytes of the largest file that is read."""


def leaks_in(
    path: Path, project: Project, audience: Audience | None = None
) -> tuple[Audience, tuple[Hit, ...]]:
    """Return for whom a file is, and what it holds that this reader may not see today.

    Without an audience the file's own cover says for whom it was made.
    Raises PublishTrouble for what is no handbook, and StorageTrouble.
    """
    from slaeditor.publish.gate.gate import scanned

    forms = {f".{form.ending}": form.key for form in FORMATS}
    try:
        content = read_file(FileSystem(), path, LARGEST)
    except OSError as error:
        raise read_trouble(error, path) from error
    form = forms.get(path.suffix.casefold(), FORMATS[0].key)
    if audience is None:
        found = scanned(content, form, project)
    else:
        shown = audience.within(project)
        found = scanned(content, form, project, shown.reader, shown.client)
    return Audience(found.reader, found.client), found.hits
