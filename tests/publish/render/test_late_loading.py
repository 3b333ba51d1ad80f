"""Rare parts of the engine's libraries wait until they are used."""

from __future__ import annotations

import subprocess
import sys

_SAYS = """
import sys
from slaeditor.publish.render.late_loading import RARE, rare_parts_late
with rare_parts_late():
    import slaeditor.publish.render.standing
    from weasyprint.pdf import fonts
print([name for name in RARE if name in sys.modules])
print(type(fonts.subset.Options()).__module__, "fontTools.subset" in sys.modules)
"""


def test_a_process_that_stays_loads_rare_parts_when_they_are_used():
    said = subprocess.run(
        [sys.executable, "-c", _SAYS], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.split("\n")[:2] == ["[]", "fontTools.subset True"]
