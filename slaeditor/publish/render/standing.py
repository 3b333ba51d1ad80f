"""The process that stays and answers: a piece or a draft in, a fragment or pages out.

Each message asks for one thing; the answer says whether it is that or the words of a trouble.
It ends when nobody asks any more, or after a trouble that nobody foresaw.
"""

from __future__ import annotations

import gc
import json
from typing import BinaryIO

from slaeditor.publish.document import Edition
from slaeditor.publish.document_json import value_from_json
from slaeditor.publish.fragment import fragment_bytes
from slaeditor.publish.messages import DONE, DRAFT, TROUBLE, read_message, write_message
from slaeditor.publish.piece import Piece
from slaeditor.publish.render.layout import LayoutTable
from slaeditor.publish.render.shortcuts.taken import shortcuts_taken
from slaeditor.publish.trouble import PublishTrouble, too_large


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer messages until there are no more; garbage is collected while nobody waits."""
    table = LayoutTable()
    forget = shortcuts_taken()
    gc.disable()
    gc.freeze()
    while (asked := read_message(source)) is not None:
        kind, content = asked
        try:
            answer = _answer(table, kind, content)
        except PublishTrouble as trouble:
            write_message(target, TROUBLE, json.dumps(trouble.words()).encode())
        except (MemoryError, RecursionError):
            write_message(target, TROUBLE, json.dumps(too_large().words()).encode())
        else:
            write_message(target, DONE, answer)
        forget()
        gc.collect()
        gc.freeze()  # what is left, such as style sheets, stays for good


def _answer(table: LayoutTable, kind: int, content: bytes) -> bytes:
    if kind == DRAFT:
        return table.draft(value_from_json(Edition, content))
    return fragment_bytes(table.fragment(value_from_json(Piece, content)))
