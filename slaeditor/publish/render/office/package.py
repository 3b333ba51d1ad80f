"""An office file as the same bytes every time: no clock, no user name, nothing that is not ours."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Protocol

ALWAYS = datetime(2000, 1, 1)  # noqa: DTZ001 - office files hold no zone; the same for every file
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE = 0o600 << 16


class _Properties(Protocol):
    """What an office file says of itself."""

    title: str
    author: str
    language: str
    subject: str
    keywords: str
    comments: str
    category: str
    last_modified_by: str
    revision: int
    created: datetime
    modified: datetime


def packed(content: bytes) -> bytes:
    """Return an office file with the same parts in the same order, without times of making."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = _ORDINARY_FILE
            made.writestr(entry, given.read(name))
    return out.getvalue()


def say_who(properties: _Properties, title: str, author: str, language: str) -> None:
    """Let a file say its title, organisation and language of itself, and nothing else."""
    properties.title = title[:255]
    properties.author = author[:255]
    properties.language = language
    for name in ("subject", "keywords", "comments", "category", "last_modified_by"):
        setattr(properties, name, "")
    properties.revision = 1
    properties.created = ALWAYS
    properties.modified = ALWAYS
