"""The day on the user's own calendar."""

from __future__ import annotations

from datetime import date


def today() -> date:
    """Return the user's own day."""
    return date.today()  # noqa: DTZ011  the user's own day
