"""Examples of hours, duties, ladders and methods: to be changed into one's own."""

from __future__ import annotations

from collections.abc import Mapping

from slaeditor.rules.example import Example

DESK, LEAD = "Service desk", "Team lead"
ACCOUNT, CONTACT = "Account manager", "Client's contact"
LADDER = "When it takes too long"

TIME: Mapping[str, Example] = {
    "Calendar": Example(
        "The hours in which the clock of every promise runs and people answer. Paint them on a "
        "week, or type them.",
        ({"name": "Office hours", "hours": "Mon–Fri 09:00–17:00"},),
    ),
    "Assignment": Example(
        "Who does what, who answers for it, who is asked before and who is told after. Activities "
        "are the lines, roles the columns.",
        (
            {"activity": "Record the request", "role": DESK, "letters": "R"},
            {"activity": "Record the request", "role": LEAD, "letters": "A"},
            {"activity": "Record the request", "role": CONTACT, "letters": "C"},
            {"activity": "Restore the service", "role": DESK, "letters": "R"},
            {"activity": "Restore the service", "role": LEAD, "letters": "A"},
            {"activity": "Restore the service", "role": ACCOUNT, "letters": "I"},
            {"activity": "Restore the service", "role": CONTACT, "letters": "I"},
            {"activity": "Tell the client how it goes", "role": DESK, "letters": "C"},
            {"activity": "Tell the client how it goes", "role": LEAD, "letters": "R A"},
            {"activity": "Tell the client how it goes", "role": CONTACT, "letters": "I"},
        ),
    ),
    "EscalationPolicy": Example(
        "What happens when a promise is about to be missed, and after: who is told, how, and what "
        "is expected of them.",
        ({"name": LADDER, "measure": "First response"},),
        (
            (
                "EscalationStep",
                {
                    "policy": LADDER,
                    "name": "Warn the desk",
                    "rung": "1",
                    "trigger": "at share",
                    "share": "75 %",
                    "to_roles": DESK,
                    "action": "The case moves to the top of the list.",
                },
            ),
            (
                "EscalationStep",
                {
                    "policy": LADDER,
                    "name": "Call the team lead",
                    "rung": "2",
                    "trigger": "before due",
                    "after": "30 service min",
                    "to_roles": LEAD,
                    "action": "The team lead decides who leaves other work for it.",
                },
            ),
            (
                "EscalationStep",
                {
                    "policy": LADDER,
                    "name": "Inform the account manager",
                    "rung": "3",
                    "trigger": "after due",
                    "after": "1 service h",
                    "to_roles": ACCOUNT,
                    "action": "The account manager calls the client before the client calls.",
                },
            ),
        ),
    ),
    "MethodStep": Example(
        "Exactly what happens, when, why and who does it, step by step. This is the text that "
        "staff, sales and clients share.",
        (
            {
                "phase": "Taking on",
                "name": "Answer the request",
                "what": "Somebody who has read it answers, by name.",
                "when": "Within the first response time",
                "why": "So that nobody waits unheard.",
                "who": DESK,
            },
            {
                "phase": "Taking on",
                "name": "Set the severity",
                "what": "The client says what does not work; we say how severe that is.",
                "when": "Before anything else is done",
                "why": "It decides by when everything else is due.",
                "who": DESK,
            },
            {
                "phase": "Delivering",
                "name": "Restore the service",
                "what": "The client can work again, if need be by a way round.",
                "when": "Before the time to restore ends",
                "why": "The cause can wait, the client's work cannot.",
                "who": DESK,
            },
            {
                "phase": "Delivering",
                "name": "Confirm with the client",
                "what": "We ask whether it works, and close only then.",
                "when": "The same day",
                "why": "It is solved when the client says so.",
                "who": LEAD,
            },
        ),
    ),
}
"""By the name of the kind."""
