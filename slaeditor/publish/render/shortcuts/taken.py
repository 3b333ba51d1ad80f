"""The shortcuts are taken: functions of the engine give way to ours, in this process alone.

The plain way never takes them, so that what they change would be found by whoever compares both
ways. With another engine than the one they were written for none is taken.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import weasyprint

ENGINE = "70.0"
_PACKAGES = {"weasyprint", "pydyf", "tinyhtml5"}


def shortcuts_taken() -> Callable[[], None]:
    """Take all shortcuts; return what is to be called between two pieces."""
    if weasyprint.__version__ != ENGINE:
        return lambda: None
    from slaeditor.publish.render.shortcuts.known_columns import columns_kept
    from slaeditor.publish.render.shortcuts.known_drawings import drawings_kept
    from slaeditor.publish.render.shortcuts.known_lines import lines_kept
    from slaeditor.publish.render.shortcuts.known_styles import styles_kept, without_notes
    from slaeditor.publish.render.shortcuts.read_and_written import fewer_steps, measure_in_arrays
    from slaeditor.publish.render.shortcuts.whole_markup import markup_in_one_go

    without_notes()
    forget_styles, styles = styles_kept()
    known_lines, lines = lines_kept()
    known_drawings, drawings = drawings_kept(known_lines)
    _replace(styles | lines | drawings | columns_kept() | fewer_steps())
    measure_in_arrays()
    markup_in_one_go()

    def forget() -> None:
        forget_styles()
        known_drawings.forget(fonts=known_lines.forget())

    return forget


def _replace(others: dict[Any, Any]) -> None:
    """Put other functions in place of the engine's wherever it has them under a name."""
    for place in list(_places()):
        for name, value in list(vars(place).items()):
            if callable(value) and value in others:
                setattr(place, name, others[value])


def _places() -> Iterator[Any]:
    """Yield the engine's modules and their classes."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in _PACKAGES and module is not None:
            yield module
            yield from (one for one in vars(module).values() if isinstance(one, type))
