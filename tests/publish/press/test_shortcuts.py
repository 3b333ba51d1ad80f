"""Pieces laid out by shortcuts through the engine are those that the engine makes by itself."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from math import inf

import pytest
from weasyprint.css import StyleFor
from weasyprint.text import line_break

from slaeditor.publish.document import Chapter, Paragraph, Theme
from slaeditor.publish.document_json import value_from_json
from slaeditor.publish.fragment import fragment_bytes
from slaeditor.publish.messages import PIECE
from slaeditor.publish.piece import Piece
from slaeditor.publish.press.cutting import cut
from slaeditor.publish.press.jobs import Cutting, Job
from slaeditor.publish.press.press import Press
from slaeditor.publish.render.layout import LayoutTable
from slaeditor.publish.render.shortcuts import taken
from slaeditor.publish.trouble import GlyphTrouble

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
_TAKEN = """
from slaeditor.publish.render.shortcuts.taken import shortcuts_taken
import weasyprint.layout.block as block, weasyprint.layout.inline as inline
import weasyprint.layout.column as column, weasyprint.css as css, weasyprint.pdf.stream as stream
import weasyprint.formatting_structure.boxes as boxes, weasyprint.text.line_break as lines
import weasyprint.draw.text as drawing
own = [
    lambda: block.resolve_percentages, lambda: inline.split_first_line,
    lambda: block.columns_layout, lambda: block.block_box_layout, lambda: lines.Layout.setup,
    lambda: stream.get_pango_font_key, lambda: css.StyleFor.set_computed_styles,
    lambda: boxes.Box.is_in_normal_flow, lambda: drawing.draw_first_line,
    lambda: lines.Layout.reactivate, lambda: lines.Layout.deactivate,
]
before = [one() for one in own]
shortcuts_taken()()
print([one().__module__.rpartition(".")[2] for one in own if one() in before])
"""


@pytest.fixture(scope="module")
def pieces(both):
    """Return the pieces that a process with shortcuts has laid out, each beside the engine's."""
    table = LayoutTable()
    jobs = {job.key: job for job in Cutting(cut(both.edition)).jobs}
    return [
        (
            both.press.store.get(key),
            fragment_bytes(table.fragment(value_from_json(Piece, job.message))),
        )
        for key, job in jobs.items()
    ]


def test_every_piece_has_the_same_bytes(pieces):
    assert [quick == slow for quick, slow in pieces] == [True] * len(pieces)


def test_more_looks_than_are_kept_have_the_same_bytes(whole):
    looks = [(theme, accent) for accent in ("#0f5b66", "#7a1f3d") for theme in Theme]
    few = replace(whole, front=(), chapters=whole.chapters[-1:], back=())
    branded = [replace(whole.brand, theme=theme, accent=accent) for theme, accent in looks]
    asked = [Job(cut(replace(few, brand=brand)).after[-1].piece) for brand in (*branded, *branded)]
    press, table = Press(), LayoutTable()
    with press.pool.worker() as worker:
        quick = [worker.ask(PIECE, job.message, lambda: False, inf) for job in asked]
    press.close()
    slow = {
        job.key: fragment_bytes(table.fragment(value_from_json(Piece, job.message)))
        for job in asked[: len(looks)]
    }
    same = [answer == slow[job.key] for answer, job in zip(quick, asked, strict=True)]
    assert same == [True] * len(asked)


def test_a_sign_without_a_glyph_is_told_each_time(whole):
    odd = Chapter("c-odd", "Odd", blocks=(Paragraph("an odd \N{CJK UNIFIED IDEOGRAPH-6F22} sign"),))
    piece = cut(replace(whole, front=(), chapters=(odd,), back=())).after[-1].piece
    press = Press()
    with press.pool.worker() as worker:
        for _ in range(2):
            with pytest.raises(GlyphTrouble):
                worker.ask(PIECE, Job(piece).message, lambda: False, inf)
    press.close()


def test_every_function_that_has_a_shortcut_gives_way():
    said = subprocess.run(
        [sys.executable, "-c", _TAKEN], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.strip() == "[]"


def test_with_another_engine_no_shortcut_is_taken(monkeypatch):
    monkeypatch.setattr(taken, "ENGINE", "0.0")
    before = (line_break.split_first_line, StyleFor.set_computed_styles)
    taken.shortcuts_taken()()
    assert (line_break.split_first_line, StyleFor.set_computed_styles) == before


def test_the_plain_way_takes_none():
    assert line_break.split_first_line.__module__ == "weasyprint.text.line_break"
    assert StyleFor.set_computed_styles.__module__ == "weasyprint.css"
