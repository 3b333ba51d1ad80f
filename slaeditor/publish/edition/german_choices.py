"""German choices."""

CHOICES: dict[str, str] = {}
