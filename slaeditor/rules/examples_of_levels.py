"""Examples of what is sold: levels, what they include, targets, prices, credits."""

from __future__ import annotations

from collections.abc import Mapping

from slaeditor.rules.example import Example

LEVELS: Mapping[str, Example] = {
    "ServiceLevel": Example(
        "A level is a package of promises with a price. Begin with two or three: let each be "
        "based on the one below, and say only what differs.",
        (
            {
                "name": "Bronze",
                "promise": "Help by mail on working days, for whoever can wait a day.",
                "for_whom": "Clients whose work goes on without us for a while.",
            },
            {
                "name": "Silver",
                "based_on": "Bronze",
                "promise": "Help by telephone on working days, with an answer the same day.",
                "for_whom": "Clients who work with it every day.",
            },
            {
                "name": "Gold",
                "based_on": "Silver",
                "promise": "Help around the clock, with a person who knows you.",
                "for_whom": "Clients whose own clients notice when it stops.",
            },
        ),
        (
            (
                "LevelEntitlement",
                {"level": "Bronze", "entitlement": "Help by mail", "value": "yes"},
            ),
            (
                "LevelEntitlement",
                {"level": "Bronze", "entitlement": "Help by telephone", "value": "no"},
            ),
            (
                "LevelEntitlement",
                {"level": "Silver", "entitlement": "Help by telephone", "value": "yes"},
            ),
            (
                "LevelEntitlement",
                {"level": "Bronze", "entitlement": "Review meetings", "value": "no"},
            ),
            (
                "LevelEntitlement",
                {"level": "Gold", "entitlement": "Review meetings", "value": "4 per year"},
            ),
        ),
    ),
    "LevelEntitlement": Example(
        "What each level includes, side by side. A level that says nothing has what the level it "
        "is based on says.",
        (
            {"level": "Bronze", "entitlement": "Help by mail", "value": "yes"},
            {"level": "Bronze", "entitlement": "Review meetings", "value": "no"},
            {"level": "Gold", "entitlement": "Help by telephone", "value": "yes"},
            {"level": "Gold", "entitlement": "Review meetings", "value": "4 per year"},
        ),
    ),
    "Target": Example(
        "What is promised for each measure: levels across, severities down. Type it as you say it: "
        "“4 h”, “95 % within 4 h”, “next business day”, “best effort”.",
        (
            {
                "level": "Bronze",
                "measure": "First response",
                "severity": "Critical",
                "value": "4 service h",
            },
            {
                "level": "Bronze",
                "measure": "First response",
                "severity": "Normal",
                "value": "next service day",
            },
            {
                "level": "Gold",
                "measure": "First response",
                "severity": "Critical",
                "value": "95 % within 30 min",
            },
            {
                "level": "Gold",
                "measure": "First response",
                "severity": "Normal",
                "value": "4 service h",
            },
        ),
    ),
    "PricePlan": Example(
        "What a level costs: a flat price, a price per unit, or brackets that get cheaper. Beside "
        "it stands what an order of any size comes to, line by line.",
        (
            {
                "level": "Bronze",
                "name": "Support for each user",
                "model": "graduated",
                "unit_name": "user",
                "billing": "month",
                "minimum": "100 EUR",
                "set_up": "250 EUR",
            },
        ),
        (
            (
                "PriceBracket",
                {
                    "plan": "Bronze · Support for each user",
                    "above": "0",
                    "up_to": "20",
                    "unit_price": "12 EUR",
                },
            ),
            (
                "PriceBracket",
                {
                    "plan": "Bronze · Support for each user",
                    "above": "20",
                    "up_to": "100",
                    "unit_price": "10 EUR",
                },
            ),
            (
                "PriceBracket",
                {
                    "plan": "Bronze · Support for each user",
                    "above": "100",
                    "unit_price": "8 EUR",
                },
            ),
        ),
    ),
    "Compensation": Example(
        "What the client gets back when a promise is missed, or what the team gets when it is "
        "exceeded. Curve, sentence and worked example follow from the rows you type.",
        (
            {
                "name": "Credit for availability",
                "direction": "credit",
                "measure": "Availability",
                "base": "the fee of the month",
                "method": "bands",
                "cap_share": "30 %",
                "cap_period": "month",
                "claim": "on request",
                "claim_within": "30 calendar days",
                "payout": "next invoice",
            },
        ),
        (
            ("Target", {"measure": "Availability", "value": "99.5 %", "period": "month"}),
            (
                "CompensationBand",
                {
                    "compensation": "Credit for availability",
                    "lower": "99",
                    "upper": "99.5",
                    "share": "10 %",
                },
            ),
            (
                "CompensationBand",
                {
                    "compensation": "Credit for availability",
                    "lower": "95",
                    "upper": "99",
                    "share": "20 %",
                },
            ),
            (
                "CompensationBand",
                {"compensation": "Credit for availability", "upper": "95", "share": "30 %"},
            ),
        ),
    ),
}
