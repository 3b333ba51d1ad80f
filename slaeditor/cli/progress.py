"""Telling somebody who waits how far the work is."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self, TextIO

from slaeditor.publish.printing import Progress

_CLEAR = "\r\x1b[K"
_TOLD_PAGES = 25


class ProgressLine:
    """One line that is rewritten on a terminal; a few plain lines where the output is a file.

    `show` may be called from any thread.
    """

    def __init__(self, stream: TextIO, name: str) -> None:
        """Begin with what is made."""
        self._stream = stream
        self._name = name
        self._live = stream.isatty()
        self._lock = threading.Lock()
        self._told = ""

    def __enter__(self) -> Self:
        """Say that the work begins."""
        self._say("" if self._live else "being made")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Clear the line; what came of the work is told elsewhere."""
        if self._live:
            self._write(_CLEAR)

    def show(self, progress: Progress) -> None:
        """Tell the step and, while pages are laid out, the page."""
        if self._live:
            self._say(f"page {progress.page}" if progress.page else progress.step)
        elif progress.page and progress.page % _TOLD_PAGES == 0:
            self._say(f"page {progress.page}")

    def _say(self, words: str) -> None:
        line = f"{self._name}: {words}" if words else f"{self._name} …"
        with self._lock:
            if line != self._told:
                self._told = line
                self._write(f"{_CLEAR}{line[:100]}" if self._live else f"{line}\n")

    def _write(self, words: str) -> None:
        self._stream.write(words)
        self._stream.flush()
