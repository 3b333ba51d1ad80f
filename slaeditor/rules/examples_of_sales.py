"""Examples of what Sales and service agree on: to be changed into one's own."""

from __future__ import annotations

from collections.abc import Mapping

from slaeditor.rules.example import Example

SALES: Mapping[str, Example] = {
    "DissatisfactionLevel": Example(
        "Clients rarely leave without signs. Write the signs rung by rung, who warns whom in what "
        "time, and from when Sales joins in, so that nobody hears of it from the client first.",
        (
            {
                "name": "Puzzled",
                "signals": "Asks the same thing twice. Wants to know when it will be done.",
                "warned_by": "Service desk",
                "warn": "Team lead",
                "within": "1 service day",
                "sales_part": "none",
                "actions": "Answer the question and say what comes next, and when.",
                "exit_criteria": "The client says that the question is answered.",
            },
            {
                "name": "Annoyed",
                "signals": "Complains of the same thing again. Copies in a superior.",
                "warned_by": "Team lead",
                "warn": "Account manager",
                "within": "4 service h",
                "sales_part": "informed",
                "actions": "The team lead calls the client the same day.",
                "exit_criteria": "What was promised on the telephone has been done.",
            },
            {
                "name": "Leaving",
                "signals": "Speaks of notice, of a competitor, or of the contract's end.",
                "warned_by": "Head of service",
                "warn": "Account manager",
                "within": "1 h",
                "sales_part": "leads",
                "allowed_offers": "A month free, or a level higher for a quarter.",
                "offered_by": "Account manager; Head of service",
                "actions": "Both call together within a day, with a written plan.",
                "exit_criteria": "The client has agreed to the plan in writing.",
            },
        ),
    ),
    "Expectation": Example(
        "Ask each department what it expects of the other, write down the answer and what was "
        "agreed. What nobody was asked is what the two will quarrel about.",
        (
            {
                "name": "What must you know of a new client before the first day?",
                "asked_of": "service",
                "answer": "Who decides, what was promised in words, and what went wrong before.",
                "reply": "We know all three when we sell; nobody has asked us for them.",
                "agreed": "The three stand in the order, or the order is not complete.",
            },
        ),
    ),
    "DisputeStep": Example(
        "Sometimes the client's account cannot be what happened. Agree beforehand what is said and "
        "done then, so that nobody calls a client a liar and nobody pays for what was not our "
        "fault.",
        (
            {
                "name": "Look before answering",
                "what": "Gather the record: times, messages, what the system wrote.",
                "who": "Service desk",
                "within": "4 service h",
                "what_we_say": "“I want to be sure of what happened before I answer you.”",
                "never": "Say that it cannot have been so.",
            },
            {
                "name": "Show, do not argue",
                "what": "Send the record without a judgement and ask what the client sees in it.",
                "who": "Team lead",
                "within": "1 service day",
                "what_we_say": "“This is what we have. Does it agree with yours?”",
                "never": "Name a culprit on the client's side.",
            },
        ),
    ),
    "TalkingPoint": Example(
        "What to say when the work is foreign to the client: in the client's words, with what "
        "proves it, and what not to say.",
        (
            {
                "name": "Why an answer is not yet a solution",
                "words": "We promise when somebody who knows has looked, because that is when you "
                "learn how long it will take.",
                "for_whom": "Clients who are new to support contracts",
                "avoid": "“Response time” without saying what a response is.",
            },
        ),
    ),
    "Promise": Example(
        "What Sales may promise freely, what only after asking, and what never, with the words "
        "for it. It ends “but your salesman told me”.",
        (
            {
                "name": "An answer within four working hours",
                "kind": "allowed",
                "approved_wording": "“Somebody who can help answers you within four hours of our "
                "working day.”",
            },
            {
                "name": "A start before the usual lead time",
                "kind": "needs approval",
                "approver": "Head of service",
                "why": "It takes somebody away from another client.",
            },
            {
                "name": "That nothing will ever fail",
                "kind": "forbidden",
                "forbidden_wording": "“It just works.”",
                "why": "No measure can show it, and the first fault ends the trust.",
            },
        ),
    ),
    "SpecialDeal": Example(
        "What one client has otherwise than its level says. Whoever grants it writes it down, and "
        "it is not a deal before service has acknowledged it.",
        (
            {
                "client": "Example client",
                "name": "Answers by telephone in the evening too",
                "kind": "deviation",
                "standard": "Until 17:00",
                "agreed": "Until 20:00 on working days",
                "reason": "Their shops close at eight.",
                "granted_by": "Account manager",
                "status": "proposed",
            },
            {
                "client": "Example client",
                "name": "Less for two years at once",
                "kind": "deviation",
                "agreed_discount": "10 %",
                "reason": "They signed for two years.",
                "granted_by": "Account manager",
                "status": "proposed",
            },
        ),
    ),
    "Client": Example(
        "Each client with its level, so that it gets a handbook of its own and the work of the "
        "team can be counted.",
        ({"name": "Example client", "contact": "Head of purchasing"},),
    ),
    "CompetitorNote": Example(
        "What clients compare us with, and an answer that is fair and can be shown.",
        (
            {
                "name": "The cheaper one",
                "claim": "“The same for half the price.”",
                "comparison": "They answer by mail only, and not on the same day.",
                "answer": "Ask what a day without an answer costs you; then compare.",
            },
        ),
    ),
    "Evidence": Example(
        "What backs a claim: a measured result, a client's word, a certificate.",
        (
            {
                "name": "Answers in time, last year",
                "kind": "measured",
                "words": "97 % of all questions were answered within four working hours.",
                "taken_from": "Yearly report",
            },
        ),
    ),
    "Incentive": Example(
        "What a sale earns the one who sells. Where none of it depends on the client staying, "
        "what is promised is somebody else's trouble.",
        (
            {
                "name": "Commission on a new contract",
                "role": "Account manager",
                "rule": "Half when it is signed, half after the first half-year.",
                "tied_to_retention": "yes",
                "held_back_for": "6 months",
                "taken_back_when": "The client leaves for a promise that was not in the matrix.",
            },
        ),
    ),
    "JointMeeting": Example(
        "When both departments sit together, and what comes of it.",
        (
            {
                "name": "Monday's quarter of an hour",
                "every": "1 week",
                "participants": "Head of service; Account manager",
                "agenda": "New clients, unhappy clients, promises asked for.",
                "result": "A name and a day for each point.",
            },
        ),
    ),
    "Pairing": Example(
        "Somebody in service and somebody in Sales who answer for each other's clients.",
        (
            {
                "name": "Desk and accounts",
                "service_role": "Team lead",
                "sales_role": "Account manager",
                "purpose": "One telephone call instead of five messages.",
                "may_offer": "More hours of the level the client has.",
                "hands_over_when": "The client asks for another level or for a price.",
            },
        ),
    ),
    "NewsRule": Example(
        "Which news about a client is worth passing on, to whom, and how fast.",
        (
            {
                "name": "The client's contact leaves",
                "from_role": "Service desk",
                "to_roles": "Account manager",
                "within": "1 service day",
                "means": "A line in the client's record",
                "why": "The successor did not choose us.",
            },
        ),
    ),
    "BreachReport": Example(
        "How a client hears from us that a promise was missed, before finding out.",
        (
            {
                "name": "A missed answer",
                "trigger": "The time to answer has passed",
                "told_within": "1 service h",
                "told_by": "Team lead",
                "content": "What was missed, why, what we do now, and when you hear from us next.",
                "follow_up": "A call the next day.",
            },
        ),
    ),
    "FollowUp": Example(
        "The contacts after the sale that are planned, not left to chance.",
        (
            {
                "name": "First month",
                "after": "30 calendar days",
                "who": "Account manager",
                "what": "A call of a quarter of an hour.",
                "questions": "Was anything other than you were told?",
                "warns": "The client names a promise we do not know.",
            },
        ),
    ),
    "Question": Example(
        "Questions clients ask, with the answer everybody gives.",
        (
            {
                "name": "Why does a case wait?",
                "answer": "When we need something from you, the clock stands still until it is "
                "here.",
                "section": "Times",
            },
        ),
    ),
}
"""By the name of the kind."""
