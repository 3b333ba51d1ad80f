"""Examples of what stands behind promises: to be changed into one's own."""

from __future__ import annotations

from collections.abc import Mapping

from slaeditor.rules.example import Example

BACKING: Mapping[str, Example] = {
    "Department": Example(
        "Parts of the company, or of another party, that sign, owe or receive something.",
        ({"name": "Service"}, {"name": "Sales"}, {"name": "Technology"}),
    ),
    "Supplier": Example(
        "Companies whose work carries a part of what you promise.",
        ({"name": "Hosting company", "provides": "The servers, and people who look after them."},),
    ),
    "SupportAgreement": Example(
        "What suppliers and other departments owe you. A promise is only as good as what stands "
        "behind it, so enter what they promise and until when.",
        (
            {
                "name": "Hosting contract",
                "kind": "underpinning contract",
                "supplier": "Hosting company",
                "value": "2 h",
                "penalty": "5 % of the month's fee",
                "document": "Contract of hosting, section 4",
                "owner_in_dispute": "Service desk",
            },
        ),
    ),
    "Team": Example(
        "People who share work: how many positions, how many hours, at what cost. With the work "
        "streams it tells whether the team can keep the promises.",
        (
            {
                "name": "Service desk",
                "positions": "4",
                "hours_per_week": "40",
                "cost_per_hour": "45 EUR",
                "shrinkage": "20 %",
                "greatest_occupancy": "85 %",
            },
        ),
    ),
    "WorkStream": Example(
        "Work of one kind that arrives: how much, and how long each takes. Telephone is counted as "
        "a line in which clients wait, mail as work that may wait.",
        (
            {
                "name": "Questions by mail",
                "team": "Service desk",
                "channel": "Mail",
                "volume": "200",
                "per": "1 week",
                "handling": "20 min",
                "backlog": "15",
            },
        ),
    ),
    "Person": Example(
        "Who is in the team and what takes each one's week. Initials are enough; nobody but you "
        "reads this.",
        ({"name": "A. M.", "team": "Service desk", "hours_per_week": "40"},),
        (
            (
                "Workload",
                {"person": "A. M.", "name": "Answering questions", "hours_per_week": "26"},
            ),
            ("Workload", {"person": "A. M.", "name": "Reports", "hours_per_week": "6"}),
        ),
    ),
    "TimeEntry": Example(
        "A log of some weeks shows where the hours go, better than any estimate.",
        (
            {
                "on": "2026-01-05",
                "team": "Service desk",
                "spent": "3 h",
                "words": "Questions by telephone",
            },
        ),
    ),
    "Skill": Example(
        "What the team must be able to do, and how many must be able to do it.",
        ({"name": "Reading the log of the system"},),
        (
            (
                "SkillNeed",
                {
                    "skill": "Reading the log of the system",
                    "role": "Service desk",
                    "rating": "alone",
                    "people": "2",
                },
            ),
        ),
    ),
    "Training": Example(
        "Who is told what, when: a handbook nobody was trained on is not the way you work.",
        (
            {
                "name": "What we promise from now on",
                "roles": "Service desk; Account manager",
                "edition": "staff",
                "trainer": "Head of service",
                "content": "The levels, the clocks, what to say and what never.",
            },
        ),
    ),
    "Acknowledgement": Example(
        "Who has read or been trained on which edition. The handbook of staff prints the sheet to "
        "sign.",
        ({"person": "A. M.", "edition": "staff", "means": "read"},),
    ),
    "Scenario": Example(
        "A “what if”: more clients, more or fewer positions. The case for staff tells what "
        "follows.",
        (
            {
                "name": "Twenty more clients",
                "team": "Service desk",
                "more_positions": "1",
                "reasoning": "Sales expects them by summer.",
            },
        ),
    ),
}
"""By the name of the kind."""
