"""The version after one that is taken."""

from __future__ import annotations

import re
from collections.abc import Collection

_LAST_NUMBER = re.compile(r"(\d+)(?!.*\d)", re.DOTALL)


def next_version(version: str, taken: Collection[str]) -> str:
    """Return a version as it is, or with its last number raised until nothing has it.

    >>> next_version("1.0", {"1.0"}), next_version("v2.9 draft", {"v2.9 draft"})
    ('1.1', 'v2.10 draft')
    >>> next_version("Spring", {"Spring"})
    'Spring 2'
    """
    while version in taken:
        version = _raised(version)
    return version


def _raised(version: str) -> str:
    raised = _LAST_NUMBER.sub(lambda found: str(int(found[1]) + 1), version, count=1)
    return raised if raised != version else f"{version} 2"
