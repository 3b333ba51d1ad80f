"""German labels."""

LABELS: dict[str, str] = {}
