"""Messages over a pipe between the program and a process that stays: a kind and its content."""

from __future__ import annotations

import struct
from typing import IO

PIECE, DRAFT = 1, 2
"""What is asked for: the fragment of a piece, or the shown parts of an edition as a draft."""
DONE, TROUBLE = 0, 1
"""What is answered: what was asked for, or the words of a trouble."""
_HEAD = struct.Struct(">BI")
MOST = 1 << 30
"""The longest content in bytes; a longer one is no message of ours."""


def write_message(pipe: IO[bytes], kind: int, content: bytes) -> None:
    """Write one message and flush it; `kind` is 0 to 255."""
    pipe.write(_HEAD.pack(kind, len(content)))
    pipe.write(content)
    pipe.flush()


def read_message(pipe: IO[bytes]) -> tuple[int, bytes] | None:
    """Return the next message; None when the pipe ends or does not hold a whole one."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    content = pipe.read(length) if length <= MOST else b""
    return (kind, content) if len(content) == length else None
