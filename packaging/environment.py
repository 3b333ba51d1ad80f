"""The virtual environment of a checkout and the packages in it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from trouble import CannotSetUp

RUNTIME_LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"  # holds everything of the other one, too
PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet", "--retries", "2", "install")


class Environment:
    """The folder `.venv` of a checkout, complete when it holds what a lock file asks for."""

    def __init__(self, root: Path, *, with_tests: bool) -> None:
        self.folder = root / ".venv"
        locks = [TEST_LOCK, RUNTIME_LOCK] if with_tests else [RUNTIME_LOCK]
        self.locks = [root / "packaging" / lock for lock in locks]

    @property
    def python(self) -> Path:
        """The interpreter inside the environment."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def is_entered(self) -> bool:
        """Whether this process runs inside the environment."""
        return Path(sys.prefix).resolve() == self.folder.resolve()

    @property
    def is_complete(self) -> bool:
        """Whether the set-up of this very lock file once came to its end here."""
        stamp = self._stamp(self.locks[0])
        was_set_up = self.python.exists() and stamp.exists()
        return was_set_up and stamp.read_text(encoding="ascii") == fingerprint(self.locks[0])

    def set_up(self) -> None:
        """Makes the environment where it is missing or broken and installs the packages into it."""
        sys.stderr.write("Setting up (first start only, one to three minutes) …\n")
        if not self._works():
            self._create()
        self._install()
        for lock in self.locks:
            self._stamp(lock).write_text(fingerprint(lock), encoding="ascii")

    def restart(self, words: Sequence[str]) -> None:
        """Starts the same command line inside the environment; this process ends."""
        command = [str(self.python), *words]
        if os.name == "nt":
            sys.exit(subprocess.call(command))
        sys.stdout.flush()
        os.execv(command[0], command)

    def _stamp(self, lock: Path) -> Path:
        return self.folder / f".{lock.name}.ok"

    def _works(self) -> bool:
        if not self.python.exists():
            return False
        command = [str(self.python), "-c", "import pip"]
        return subprocess.call(command, stderr=subprocess.DEVNULL) == 0

    def _create(self) -> None:
        base = getattr(sys, "_base_executable", sys.executable)
        command = [base, "-m", "venv", "--clear", str(self.folder)]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode:
            raise CannotSetUp(
                f"Python could not make a virtual environment in {self.folder}: "
                f"{last_line(made.stdout + made.stderr)}"
            )

    def _install(self) -> None:
        words = [*PIP, "--require-hashes", "-r", str(self.locks[0])]
        command = [str(self.python), *words]
        installed = subprocess.run(command, capture_output=True, text=True, check=False)
        if installed.returncode:
            raise CannotSetUp(
                "The Python packages could not be installed; connect to the network and start "
                f"again. pip said: {last_line(installed.stderr)}"
            )


def fingerprint(lock: Path) -> str:
    """Returns what a stamp says: the hash of the lock file it was made for."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def last_line(text: str) -> str:
    """Returns the last line of a program's complaint that holds words."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "nothing"
