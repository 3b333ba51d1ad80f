"""The process in which pages are laid out: how it is started, what it can see, how it ends.

It sees our fonts, a folder of its own for scratch and a few words of its surroundings; nothing
here imports the layout engine.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from slaeditor.bundled import PACKAGE, bundled
from slaeditor.publish.trouble import WorkerLost

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from slaeditor.publish.render.worker import main; sys.exit(main(sys.argv[2]))"
)
_KEPT = (
    "PATH",
    "SYSTEMROOT",
    "LD_LIBRARY_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "WEASYPRINT_DLL_DIRECTORIES",
)


class WorkerProcess:
    """A started worker with a folder of its own for scratch; both go when it ends."""

    def __init__(self, form: str) -> None:
        """Start a worker that makes one `form`: "pdf", "html", or "standing" for many pieces.

        Raises `WorkerLost` where there is no room for its scratch or no process to be had.
        """
        try:
            self._scratch = tempfile.TemporaryDirectory(prefix="slaeditor-")
            self._worker = _started(form, Path(self._scratch.name))
        except OSError as error:
            raise WorkerLost(
                f"The layout process could not be started: {error.strerror or error}.",
                "Free some room on the disk for temporary files, or close other programs.",
            ) from error

    @property
    def waits(self) -> bool:
        """Whether it still runs."""
        return self._worker.poll() is None

    @property
    def worker(self) -> subprocess.Popen[bytes]:
        """The process itself."""
        return self._worker

    def __enter__(self) -> subprocess.Popen[bytes]:
        """Return the process; it ends with the block."""
        return self._worker

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.end()

    def kill(self) -> None:
        """Stop the process at once; `end` clears up after it."""
        self._worker.kill()

    def end(self) -> None:
        """End the process, whatever it does, and remove its folder."""
        self._worker.kill()
        for pipe in (self._worker.stdin, self._worker.stdout, self._worker.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._worker.wait()
        self._scratch.cleanup()


def _started(form: str, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(form),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment(folder),
    )


def command(form: str) -> list[str]:
    """Return how to start a worker: a bundle starts itself, a checkout its interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "lay-out-pages", form]
    return [sys.executable, "-I", "-c", _START, str(PACKAGE.parent), form]


def environment(scratch: Path) -> dict[str, str]:
    """Return the few words the worker's surroundings hold, with our fonts only."""
    fonts = scratch / "fonts.conf"
    fonts.write_text(_fonts_conf(bundled("fonts"), scratch), encoding="utf-8")
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {
        "FONTCONFIG_FILE": str(fonts),
        "TMPDIR": str(scratch),
        "TEMP": str(scratch),
        "TMP": str(scratch),
        "HOME": str(scratch),
        "LC_ALL": "C.UTF-8",
    }


def _fonts_conf(folder: Path, scratch: Path) -> str:
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{escape(str(folder))}</dir>"
        f"<cachedir>{escape(str(scratch / 'cache'))}</cachedir></fontconfig>"
    )
