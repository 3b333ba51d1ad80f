"""Examples of how a department works: to be changed into one's own."""

from __future__ import annotations

from collections.abc import Mapping

from slaeditor.rules.example import Example

WORK: Mapping[str, Example] = {
    "HandOff": Example(
        "Most is lost between two people. Write for each hand-off what must come along, in what "
        "time it is accepted, and when it may be refused.",
        (
            {
                "name": "Sales hands over a new client",
                "from_role": "Account manager",
                "to_role": "Team lead",
                "trigger": "The contract is signed",
                "entry_criteria": "The order is complete.",
                "packet": "Who decides, what was promised in words, quantities, first date.",
                "accept_within": "1 service day",
                "may_refuse": "Something of the packet is missing.",
                "owner_until_accepted": "Account manager",
                "commission": "Paid when it is accepted.",
            },
            {
                "name": "Service hands over a wish to buy",
                "from_role": "Team lead",
                "to_role": "Account manager",
                "trigger": "A client asks for more than its level",
                "packet": "What was asked, in the client's words, and until when.",
                "accept_within": "4 service h",
                "owner_until_accepted": "Team lead",
            },
        ),
    ),
    "GreyArea": Example(
        "Topics nobody owns end up with whoever is nearest. Name an owner for the meantime, who "
        "decides, and by when.",
        (
            {
                "name": "Questions about invoices",
                "description": "Clients ask the desk, which does not see invoices.",
                "default_owner": "Service desk",
                "decider": "Head of service",
                "decide_within": "2 weeks",
            },
        ),
    ),
    "ScopeItem": Example(
        "What is supported, what only as well as we can, what costs extra, and what not at all: "
        "with where to send it then.",
        (
            {
                "name": "What we have set up ourselves",
                "kind": "supported",
                "explanation": "For as long as the contract runs.",
            },
            {
                "name": "Programs of other makers",
                "kind": "best effort",
                "explanation": "We look at it for half an hour and say what we see.",
            },
            {
                "name": "Moving to another office",
                "kind": "chargeable",
                "charge_words": "By the hour, quoted beforehand",
                "send_to": "Account manager",
            },
            {
                "name": "Private devices",
                "kind": "not supported",
                "what_we_say": "“We must not touch those; the maker's own support can help.”",
            },
        ),
    ),
    "ClientDuty": Example(
        "What the client has to do for the promise to hold, and what follows when it is not done.",
        (
            {
                "name": "Name somebody who can decide",
                "description": "Reachable while a case of the highest severity is open.",
                "within": "1 h",
                "who": "Head of the department",
                "if_not_met": "clock pauses",
            },
        ),
    ),
    "Role": Example(
        "Positions, not people: who does, answers, is asked or is told. People come and go.",
        (
            {"name": "Service desk", "organisation": "staff"},
            {"name": "Team lead", "organisation": "staff"},
            {"name": "Account manager", "organisation": "sales"},
            {"name": "Client's contact", "organisation": "customer"},
        ),
    ),
    "TimedPolicy": Example(
        "A course of events with days between them: the end of a product, the year of a contract.",
        (
            {
                "name": "The end of a product",
                "begins_with": "The announcement",
                "description": "So that nobody is surprised.",
            },
        ),
        (
            (
                "TimedEvent",
                {
                    "policy": "The end of a product",
                    "name": "No new contracts",
                    "not_before": "90 calendar days",
                },
            ),
            (
                "TimedEvent",
                {
                    "policy": "The end of a product",
                    "name": "The last day of support",
                    "not_before": "365 calendar days",
                },
            ),
        ),
    ),
    "Approval": Example(
        "Who must say yes before something is done or a risk is accepted.",
        (
            {
                "name": "Work on a live system by day",
                "approvers": "Head of service",
                "within": "4 service h",
                "condition": "The client has been told.",
            },
        ),
    ),
    "GlossaryTerm": Example(
        "Words of the trade, plainly, for people to whom the work is foreign.",
        (
            {
                "name": "First response",
                "aliases": "answer",
                "meaning": "The first answer by a person who has read the question. An automatic "
                "receipt does not count.",
            },
        ),
    ),
    "LossInterview": Example(
        "Ask the clients who left. Tie each loss to the promise that broke; what could not be "
        "helped is counted apart.",
        (
            {
                "name": "Example client, after two years",
                "promise_bought": "An answer within four working hours, every time.",
                "what_happened": "In March three questions waited for two days.",
                "staff_reaction": "Nobody called; the answers came by mail, without a word on why.",
                "should_have": "A call on the first day, by the team lead.",
                "cause": "failed in delivery",
                "action": "The team lead sees every question that is older than four hours.",
                "action_owner": "Team lead",
            },
        ),
    ),
    "Feedback": Example(
        "What clients complain of and ask for, and whether anybody answered.",
        (
            {
                "name": "Wants to see open cases",
                "kind": "request",
                "words": "“I never know what is still open.”",
                "passed_to": "Head of service",
                "status": "passed on",
            },
        ),
    ),
    "FailureCost": Example(
        "What failing costs in a year, so that what prevents it can be weighed against it.",
        (
            {
                "name": "A client leaves for late answers",
                "kind": "lost client",
                "each": "12,000 EUR",
                "times_a_year": "2",
                "likelihood": "50 %",
                "reasoning": "Two of four who left last year named it.",
            },
        ),
    ),
}
"""By the name of the kind."""
