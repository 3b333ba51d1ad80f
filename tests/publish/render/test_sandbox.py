"""Once the doors are closed a worker reaches nothing but fonts and its scratch folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from slaeditor.bundled import bundled

START = """
import os, socket, subprocess, sys, tempfile
from pathlib import Path
import tempfile as t
t.tempdir = sys.argv[1]
from slaeditor.publish.render import sandbox
sandbox.limit_resources()
sandbox.limit_pictures()
sandbox.close_doors([Path(sys.argv[2])])
"""
REFUSED = {
    "a file of the user": "open('/etc/passwd')",
    "a file of the user by number": "os.open('/etc/passwd', os.O_RDONLY)",
    "writing beside the program": "open(sys.argv[2] + '/x', 'w')",
    "writing elsewhere": "open('/tmp/slaeditor-elsewhere', 'w')",
    "a connection": "socket.create_connection(('127.0.0.1', 9), 1)",
    "a name look-up": "socket.getaddrinfo('example.com', 80)",
    "a program": "subprocess.run(['true'])",
    "a command": "os.system('true')",
    "a copy of itself": "os.fork()",
    "a page of the web": "import urllib.request; urllib.request.urlopen('http://example.com')",
    "removing a file": "os.remove('/etc/hostname')",
    "renaming a file": "os.rename('/etc/hostname', '/etc/x')",
    "a library": "import ctypes; ctypes.CDLL('libc.so.6')",
}
ALLOWED = {
    "a font": "open(next(Path(sys.argv[2]).rglob('*.ttf')), 'rb').read()",
    "its scratch folder": "(Path(sys.argv[1]) / 'x').write_text('x')",
    "a module of Python": "import colorsys",
}


def run(action: str, scratch: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", START + action, str(scratch), str(bundled("fonts"))]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("what", REFUSED)
def test_it_may_not_have(what, tmp_path):
    done = run(REFUSED[what], tmp_path)
    assert "PermissionError" in done.stderr
    assert "while pages are laid out" in done.stderr


@pytest.mark.parametrize("what", ALLOWED)
def test_it_may_have(what, tmp_path):
    done = run(ALLOWED[what], tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the limits are those of POSIX")
def test_memory_has_an_end(tmp_path):
    assert "MemoryError" in run("bytearray(4_000_000_000)", tmp_path).stderr


def test_a_picture_of_another_kind_is_unknown(tmp_path):
    action = (
        "from PIL import Image; from io import BytesIO;"
        "Image.open(BytesIO(b'%!PS-Adobe-3.0 EPSF-3.0\\n%%BoundingBox: 0 0 9 9\\n'))"
    )
    assert "UnidentifiedImageError" in run(action, tmp_path).stderr
