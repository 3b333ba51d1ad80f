"""Every rule there is, in one list."""

from __future__ import annotations

from typing import Final

from slaeditor.rules.checks import (
    clocks,
    compensations,
    escalations,
    matrices,
    responsibilities,
    targets,
)
from slaeditor.rules.checks.declared import declared_rules
from slaeditor.rules.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *declared_rules(),
    targets.response_before_resolution,
    targets.severity_ladder,
    targets.level_ladder,
    targets.guaranteed_without_remedy,
    targets.guaranteed_without_means,
    targets.share_of_few_cases,
    targets.credit_for_mere_target,
    matrices.blank_cell,
    matrices.blank_target,
    matrices.blank_entitlement,
    matrices.level_not_available,
    matrices.level_without_price,
    matrices.level_circle,
    clocks.promise_outside_hours,
    clocks.promise_around_the_clock,
    clocks.service_clock_without_hours,
    clocks.holidays_end_early,
    clocks.calendar_without_zone,
    clocks.calendar_never_open,
    clocks.pause_without_end,
    clocks.clock_without_start,
    compensations.credit_without_target,
    compensations.band_overlap,
    compensations.band_gap,
    compensations.bands_not_monotone,
    compensations.reward_for_a_miss,
    compensations.cap_and_bands,
    compensations.second_cap,
    compensations.credits_above_fee,
    compensations.weights_of_a_pool,
    compensations.compensation_without_amount,
    escalations.escalation_without_warning,
    escalations.escalation_to_nobody,
    escalations.escalation_in_a_circle,
    escalations.escalation_without_time,
    escalations.ladder_without_rungs,
    responsibilities.accountable,
    responsibilities.responsible,
    responsibilities.too_many_consulted,
    responsibilities.letter_without_meaning,
    responsibilities.role_without_duty,
    responsibilities.role_overloaded,
)
"""The rules in the order in which a project is checked."""
