"""What the covers of the three editions say, worked out beside the window."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.document import Cover


def cover_words(project: Project) -> Mapping[Reader, Cover]:
    """Return the words of the cover of each reader's edition, as the handbook prints them."""
    from slaeditor.publish.edition.builder import whole_view
    from slaeditor.publish.edition.cover import cover

    view = whole_view(project)
    return {one: cover(dataclasses.replace(view, reader=one), None) for one in Reader}
