"""Messages over a pipe."""

from __future__ import annotations

from io import BytesIO

from slaeditor.publish.messages import read_message, write_message


def test_messages_are_read_in_the_order_in_which_they_were_written():
    pipe = BytesIO()
    write_message(pipe, 1, b"first")
    write_message(pipe, 2, b"")
    pipe.seek(0)
    assert [read_message(pipe) for _ in range(3)] == [(1, b"first"), (2, b""), None]


def test_half_a_message_is_none():
    pipe = BytesIO()
    write_message(pipe, 1, b"first")
    assert read_message(BytesIO(pipe.getvalue()[:-1])) is None


def test_a_length_that_nobody_sends_is_no_message():
    assert read_message(BytesIO(b"\x01\xff\xff\xff\xff" + b"x" * 20)) is None
