"""The system libraries of Linux that the Python packages load, and the Debian packages with them.

A verb of the command line needs none, an export needs those of WeasyPrint, the tests also those
of Qt without a screen, the window also those of X11 and Wayland.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from trouble import CannotSetUp

FOR_HANDBOOKS = {
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
FOR_QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
FOR_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}
LIBRARIES = {
    "verb": {},
    "export": FOR_HANDBOOKS,
    "tests": FOR_HANDBOOKS | FOR_QT,
    "window": FOR_HANDBOOKS | FOR_QT | FOR_SCREEN,
}
JAVA = "default-jre-headless"
"""Runs the validator of PDF/A and PDF/UA in the tests."""

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("~/.fonts"),
    Path("~/.local/share/fonts"),
)


def provide(purpose: str) -> None:
    """Installs the missing system packages for a purpose if it may; else raises CannotSetUp."""
    if sys.platform != "linux":
        return
    packages = missing_packages(purpose)
    if packages:
        install(packages)


def missing_packages(purpose: str) -> list[str]:
    """Returns the Debian names of what this machine lacks for a purpose, sorted."""
    packages = set(absent(LIBRARIES[purpose]))
    if purpose == "tests" and shutil.which("java") is None and os.geteuid() == 0:
        packages.add(JAVA)  # a person's own machine needs none: those tests say that they are left
    if purpose == "window" and not has_fonts(FONT_FOLDERS):
        packages.add("fonts-dejavu-core")
    if importlib.util.find_spec("ensurepip") is None:
        packages.add(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return sorted(packages)


def absent(table: Mapping[str, str]) -> list[str]:
    """Returns the packages of those libraries in a table that the loader does not find."""
    return [package for library, package in table.items() if not is_loadable(library)]


def is_loadable(library: str) -> bool:
    """Says whether the dynamic loader finds a library by its name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts(folders: Iterable[Path]) -> bool:
    """Says whether any of the folders holds a font file."""
    return any(next(folder.expanduser().rglob("*.[to]tf"), None) for folder in folders)


def install(packages: list[str]) -> None:
    """Installs Debian packages as root; raises CannotSetUp with the exact command otherwise."""
    names = " ".join(packages)
    apt = shutil.which("apt-get")
    if apt is None:
        raise CannotSetUp(
            f"System libraries are missing; install what your system calls these: {names}."
        )
    if os.geteuid() != 0:
        raise CannotSetUp(
            "System libraries are missing. Run this once, then start again:\n"
            f"  sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
        )
    sys.stderr.write(f"Installing system packages: {names}\n")
    run_apt([apt, "update", "-qq"])
    if run_apt([apt, "install", "-y", "-qq", "--no-install-recommends", *packages]):
        raise CannotSetUp(f"The system packages could not be installed: {names}.")


def run_apt(command: list[str]) -> int:
    """Runs apt without questions, its words on stderr, and returns its exit status."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.call(command, env=environment, stdout=sys.stderr)
