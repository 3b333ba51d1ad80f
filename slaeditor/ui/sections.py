"""How the fields of a form are grouped.

The longest forms are grouped by hand; in all others the fields that name a record, are required
or are read by everyone come first, then what only the team reads, then what is the manager's own.
Fields that nobody grouped follow by their readers, so that a new field is never lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from slaeditor.model.entity import Entity, fields
from slaeditor.model.field import Field
from slaeditor.model.readers import CLIENT, NOBODY
from slaeditor.model.remembered import remembered

MAIN, TEAM_ONLY, OWN = "", "For the team", "Only for you"


@dataclass(frozen=True, slots=True)
class Section:
    """Some fields of a form under one heading; the first has none and is always open."""

    heading: str
    fields: tuple[Field, ...]


GROUPED: Mapping[str, Mapping[str, str]] = {
    "Document": {
        MAIN: "name subtitle organisation department keeper contact reference_number",
        "Language and look": "language time_zone look accent logo",
        "Status and validity": "status version effective_from effective_to renewal review_every "
        "next_review authoritative_language precedence",
        "First pages of each edition": "client_introduction sales_introduction "
        "staff_introduction client_confidentiality sales_confidentiality staff_confidentiality "
        "marks_copies",
        "Chapters left out": "client_left_out sales_left_out staff_left_out",
    },
    "ServiceLevel": {
        MAIN: "name kind promise for_whom based_on adds_to services calendar",
        "Place among the levels": "ladder ordered offer aliases mark_colour",
        "Contract": "eligibility valid_from valid_to minimum_term notice renewal",
        "For sales and staff": "selling_note staff_note floor_price",
    },
    "Calendar": {
        MAIN: "name hours time_zone holiday_sets",
        "In words": "zone_words holiday_words outside_hours day_length staff_note",
    },
    "Severity": {
        MAIN: "name code definition example counter_example",
        "What follows from it": "effort customer_duty starts_at",
        "Who decides": "set_by disputed_by changing",
        "Where it holds": "levels services aliases",
    },
    "Measure": {
        MAIN: "name kind plain_definition start_event stop_event does_not_count",
        "The figure": "unit better aggregation percentile formula",
        "Proof": "source_of_figures reported verified_by",
    },
    "Target": {
        MAIN: "level measure severity value strength",
        "Where it holds": "service channel variants applies_when",
        "How it is counted": "calendar counted_from period period_length least_cases "
        "least_outage counted_per",
        "Conditions": "condition footnote",
    },
    "PricePlan": {
        MAIN: "level service name model price unit_name",
        "Percentage": "percentage_of",
        "Limits": "minimum maximum least_quantity",
        "Set-up": "set_up set_up_each set_up_words",
        "Billing": "billing paid_ahead proration on_top counted_per tax minimum_term",
        "Offer": "valid_from valid_to offer listed description selling_note",
    },
    "Compensation": {
        MAIN: "name direction measure method base",
        "Where it holds": "levels targets services variants beneficiary valid_words exclusions",
        "Per step": "baseline step_size step_share step_money step_rounding dead_band",
        "Per case": "per_case case_share case_money case_factor counts_when",
        "Formula": "formula weight combine",
        "Limits": "cap_share cap_money cap_period second_cap_share second_cap_money "
        "second_cap_period second_cap smallest",
        "Claim": "claim claim_within claim_from claim_route decided_within evidence",
        "Payment": "payout paid_within sole_remedy transferable earn_back",
        "End of the contract": "termination_misses termination_window termination_below "
        "consequence",
    },
    "MethodStep": {
        MAIN: "phase name what when who why",
        "For the client": "client_does what_we_say",
        "For staff": "instruction otherwise activity needs result evidence targets",
        "For sales": "sales_note",
        "Where it holds": "levels severities clock within",
    },
    "EscalationPolicy": {
        MAIN: "name kind description measure",
        "Where it holds": "levels services severities reasons",
        "How it goes": "allowed_when at_most_once_per sequential channel must_bring "
        "superseded_by ends_when",
    },
    "EscalationStep": {
        MAIN: "policy name rung trigger after share event",
        "Who is told": "from_role to_roles to_client inform_roles channel means",
        "What happens": "action what_we_say staff_action acknowledge_within repeat_every until "
        "may_refuse",
        "Where it holds": "levels severities",
    },
    "SpecialDeal": {
        MAIN: "client name kind standard agreed valid_from valid_to status",
        "What it replaces": "target agreed_target plan agreed_price agreed_discount entitlement "
        "agreed_grant",
        "Who knows and agreed": "reason granted_by approved_by service_informed_on "
        "acknowledged_on acknowledged_by",
    },
    "Client": {
        MAIN: "name level add_ons quantity counted_otherwise plans contact account_role",
        "Contract and hours": "since contract_until time_zone calendar",
        "Words": "prepared_for welcome sales_note staff_note",
    },
}


@remembered
def sections(kind: type[Entity]) -> tuple[Section, ...]:
    """Return the fields of a form in groups, every field once."""
    declared = {spec.name: spec for spec in fields(kind)}
    made: dict[str, list[Field]] = {MAIN: []}
    for heading, names in GROUPED.get(kind.__name__, {}).items():
        made[heading] = [declared.pop(name) for name in names.split()]
    for heading, spec in _by_readers(kind, declared):
        made.setdefault(heading, []).append(spec)
    return tuple(Section(heading, tuple(group)) for heading, group in made.items() if group)


def _by_readers(kind: type[Entity], rest: Mapping[str, Field]) -> Iterator[tuple[str, Field]]:
    """Each field that is left with the heading its readers give it, main ones first."""
    team_only = kind.__name__ not in GROUPED and not _any_for_clients(kind)
    ordered = sorted(
        rest.values(), key=lambda spec: (spec.readers == NOBODY, not _names(kind, spec))
    )
    for spec in ordered:
        own = spec.readers == NOBODY and not _own_kind(kind)
        if own or spec.name in {"note", "source"}:
            yield OWN, spec
        elif _names(kind, spec) or team_only or spec.readers & CLIENT:
            yield MAIN, spec
        else:
            yield TEAM_ONLY, spec


def _any_for_clients(kind: type[Entity]) -> bool:
    return any(spec.readers & CLIENT for spec in fields(kind))


def _own_kind(kind: type[Entity]) -> bool:
    """Whether most of a kind is the manager's own, such as people and their hours."""
    return sum(spec.readers == NOBODY for spec in fields(kind)) * 2 > len(fields(kind))


def _names(kind: type[Entity], spec: Field) -> bool:
    return spec.required or spec.owner or spec.name in kind.declaration.title
