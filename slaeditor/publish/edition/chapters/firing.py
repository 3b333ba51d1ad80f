"""When an escalation step fires, in words."""

from __future__ import annotations

from slaeditor.model.escalation import EscalationStep, Trigger
from slaeditor.publish.edition.view import View

_TIMED = {
    Trigger.AFTER_START: "after-start",
    Trigger.BEFORE_DUE: "before-due",
    Trigger.AFTER_DUE: "after-due",
    Trigger.NO_ACKNOWLEDGEMENT: "no-acknowledgement",
    Trigger.AFTER_PREVIOUS: "after-previous",
}


def firing_words(view: View, step: EscalationStep) -> str:
    """Return when a step fires, such as "1 hour before it is due", and note what is said."""
    view.note(step, "trigger")
    time = view.say(step, "after") if step.after and step.after.amount else ""
    view.note(step, "after")
    share = view.say(step, "share")
    event = view.say(step, "event")
    words = _words(view, step, time, share)
    return ": ".join(filter(None, (words, event)))


def short_firing(view: View, step: EscalationStep) -> str:
    """Return when a step fires in two or three words, for a picture."""
    time = view.words.value(step.after) if step.after and step.after.amount else ""
    if step.trigger is Trigger.AT_SHARE and step.share:
        return view.phrases("short.at-share", share=view.words.percentage(step.share))
    if step.trigger in _TIMED:
        key = f"short.{_TIMED[step.trigger]}"
        return view.phrases(key, time=time) if time else view.phrases(f"{key}.at-once")
    return view.phrases.choice(step.trigger)


def _words(view: View, step: EscalationStep, time: str, share: str) -> str:
    if step.trigger in _TIMED:
        key = f"fires.{_TIMED[step.trigger]}"
        said = view.phrases(key, time=time) if time else view.phrases(f"{key}.at-once")
        return f"{said} ({share})" if share else said
    if step.trigger is Trigger.AT_SHARE:
        said = view.phrases("fires.at-share", share=share or view.phrases("fires.a-share"))
        return f"{said} ({time})" if time else said
    said = view.phrases.choice(step.trigger)
    return " ".join(
        filter(None, (said, f"({time})" if time else "", f"({share})" if share else ""))
    )
