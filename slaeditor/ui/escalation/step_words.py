"""When an escalation step fires, in the words of the window."""

from __future__ import annotations

from slaeditor.model.escalation import EscalationStep, Trigger

PATTERNS = {
    Trigger.AFTER_START: ("{time} after the start", "at the start"),
    Trigger.BEFORE_DUE: ("{time} before it is due", "when it is due"),
    Trigger.AFTER_DUE: ("{time} after it was due", "when it is due"),
    Trigger.AFTER_PREVIOUS: ("{time} after the step before", "right after the step before"),
    Trigger.NO_ACKNOWLEDGEMENT: (
        "nobody acknowledged for {time}",
        "nobody acknowledged the step before",
    ),
}


def fires(step: EscalationStep) -> str:
    """Return when a step fires.

    >>> fires(EscalationStep(trigger=Trigger.AFTER_DUE))
    'when it is due'
    """
    if step.trigger is Trigger.AT_SHARE:
        return f"at {step.share} of the time" if step.share else "at a share of the time"
    if step.trigger in PATTERNS:
        timed, at_once = PATTERNS[step.trigger]
        has_time = step.after is not None and step.after.amount
        return timed.format(time=step.after) if has_time else at_once
    label = str(step.trigger.label).lower()
    return f"{label}: {step.event}" if step.event else label
