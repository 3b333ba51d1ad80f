"""What a report may say of a fault of the program: which, and the way to it, never its words.

The words of an exception may repeat what somebody typed, and a report is sent to others.
"""

from __future__ import annotations


def way_to(error: BaseException) -> list[str]:
    """Return the kind of an exception and the places it passed, after those of its causes."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    way = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    caused = error.__cause__ or error.__context__
    earlier = [*way_to(caused), "which led to"] if caused is not None else []
    return [*earlier, f"{type(error).__module__}.{type(error).__name__}", *way]
