"""The figure of a chain for the manager, with all that stands behind the promise."""

from __future__ import annotations

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.edition.chapters.backing import drawn
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.view import View
from slaeditor.publish.edition.words import Words
from slaeditor.publish.figures import Chain as Figure
from slaeditor.rules.feasibility import Chain

LANGUAGE = "en-GB"
"""The language of the window."""


def chain_figure(project: Project, chain: Chain) -> Figure:
    """Return the figure of a chain as the staff handbook draws it, in the window's language."""
    return drawn(View(project, Reader.STAFF, Words(Phrases(LANGUAGE))), chain)
