"""The headings under which a manager finds the parts of a project; at most eight."""

from __future__ import annotations

from slaeditor.model.choice import Choice


class Area(Choice):
    """One heading of the navigator."""

    DOCUMENT = "document", "The document"
    LEVELS = "levels", "Services and levels"
    PROMISES = "promises", "Promises and clocks"
    PRICES = "prices", "Prices and credits"
    WORK = "work", "How we work"
    SALES = "sales", "Sales and clients"
    BACKING = "backing", "People and suppliers"
    LEARNING = "learning", "Learning and records"
