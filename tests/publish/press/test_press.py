"""The press: what it lays out, what it leaves, how it is stopped."""

from __future__ import annotations

import os
import signal
import threading
import time
from dataclasses import replace

import pytest

from slaeditor.publish import worker_process
from slaeditor.publish.document import (
    Chapter,
    Index,
    IndexEntry,
    IndexPlace,
    Paragraph,
    Prose,
)
from slaeditor.publish.document_json import value_json
from slaeditor.publish.press.ahead import Ahead
from slaeditor.publish.press.cutting import cut
from slaeditor.publish.press.foresight import Foresight
from slaeditor.publish.press.press import Press
from slaeditor.publish.press.store import FragmentStore, key_of_message
from slaeditor.publish.printing import Progress
from slaeditor.publish.trouble import Cancelled, GlyphTrouble, ProseTrouble, TooSlow
from tests.publish import editions


@pytest.fixture
def press(tmp_path):
    made = Press(FragmentStore(tmp_path / "pieces"))
    yield made
    made.close()


def changed(edition, words):
    first, *rest = edition.chapters
    first = replace(first, blocks=(Paragraph(words), *first.blocks))
    return replace(edition, chapters=(first, *rest))


def test_an_edit_lays_out_its_own_pages_alone(both):
    before = both.press.count.laid_out
    both.press.pdf(changed(both.edition, "One sentence more."))
    assert both.press.count.laid_out == before + 1
    both.press.rest()


def test_another_edition_shares_what_is_the_same(both):
    before = both.press.count.laid_out
    cover = replace(both.edition.cover, edition_name="Staff edition", date="1 January 2027")
    both.press.pdf(replace(both.edition, cover=cover))
    assert both.press.count.laid_out == before + 2  # the cover and the feet
    both.press.rest()


def test_what_was_laid_out_is_there_the_next_day(both, tmp_path):
    first = Press(FragmentStore(tmp_path))
    for key, content in both.press.store._kept.items():
        first.store.put(key, content)
    second = Press(FragmentStore(tmp_path))
    assert second.pdf(both.edition) == both.fast
    assert second.count.laid_out == 0


def test_a_draft_shows_one_section_of_the_whole(press):
    whole = replace(editions.every_block(), shown=("s-hours",))
    assert press.draft(whole).startswith(b"%PDF")


def test_a_draft_that_nobody_wants_is_finished_if_it_takes_little(press, monkeypatch):
    monkeypatch.setattr("slaeditor.publish.press.press.PATIENCE", 60.0)
    whole = replace(editions.every_block(), shown=("s-hours",))
    press.draft(whole)
    assert press.draft(whole, lambda: True).startswith(b"%PDF")


def test_a_handbook_can_be_stopped_within_a_moment(press):
    began = threading.Event()
    stopped: list[float] = []

    def cancelled():
        if began.is_set() and not stopped:
            stopped.append(time.monotonic())
        return began.is_set()

    with pytest.raises(Cancelled):
        press.pdf(editions.difficult(), lambda _: began.set(), cancelled)
    assert time.monotonic() - stopped[0] < 1.5


def test_a_handbook_can_be_stopped_when_all_is_laid_out(press):
    heard: list[Progress] = []

    def cancelled():
        return bool(heard) and heard[-1].done == heard[-1].total

    with pytest.raises(Cancelled):
        press.pdf(editions.edition(Paragraph("Words")), heard.append, cancelled)


def test_a_handbook_that_takes_too_long_is_stopped(press):
    with pytest.raises(TooSlow):
        press.pdf(editions.edition(), timeout=0.2)


def test_progress_counts_the_pieces(press):
    heard: list[Progress] = []
    press.pdf(editions.edition(Paragraph("Words")), heard.append)
    assert (heard[-1].done, heard[-1].total) == (4, 4)
    assert heard[-1].page > 1


def test_trouble_in_a_text_is_told(press):
    with pytest.raises(ProseTrouble):
        press.pdf(editions.edition(Prose("/// sales\nsecret", "step Report")))


def test_a_sign_without_a_glyph_names_its_chapter(press):
    with pytest.raises(GlyphTrouble, match="How we respond"):
        press.pdf(editions.edition(Paragraph("an odd 漢 sign")))


def test_a_lost_process_leaves_the_handbook_to_the_plain_way(press, monkeypatch):
    start = worker_process._START
    broken = 'import sys; sys.exit("lost") if sys.argv[2] == "standing" else None;' + start
    monkeypatch.setattr(worker_process, "_START", broken)
    made = press.pdf(editions.edition(Paragraph("Words")))
    assert made.startswith(b"%PDF")
    assert press.count.plain == 1


def test_pieces_made_ahead_leave_an_export_nothing_to_lay_out(press, monkeypatch):
    monkeypatch.setattr("slaeditor.publish.press.ahead.QUIET", 0.05)
    index = Index((IndexEntry("Gold", (IndexPlace("c-1", "How we respond"),)),))
    last = Chapter("c-index", "Index", blocks=(index,), numbered=False)
    whole = replace(editions.edition(Paragraph("Words")), back=(last,))
    other = replace(whole, cover=replace(whole.cover, edition_name="Staff edition"))
    ahead = Ahead(press.store)
    ahead.wish(lambda: whole, lambda: other)
    end = time.monotonic() + 60
    while ahead._press.count.laid_out < 7 and time.monotonic() < end:
        threading.Event().wait(0.05)
    ahead.close()
    press.pdf(whole)
    press.pdf(other)
    assert press.count.laid_out == 0


def test_pieces_that_do_not_fit_leave_the_handbook_to_the_plain_way(press):
    whole = editions.edition(Paragraph("Words"))
    for one in cut(whole).pieces:
        press.store.put(key_of_message(value_json(one.piece)), b"\0\0\0\2{}")
    assert press.pdf(whole).startswith(b"%PDF")
    assert (press.count.plain, press.count.laid_out) == (1, 0)


def test_the_next_handbook_is_laid_out_while_nobody_waits(press):
    first, other = editions.edition(Paragraph("Words")), editions.edition(Paragraph("Others"))
    foresight = Foresight(press, [lambda: other])
    press.pdf(first)
    end = time.monotonic() + 60
    while foresight.busy and time.monotonic() < end:
        threading.Event().wait(0.05)
    foresight.close()
    before = press.count.laid_out
    press.pdf(other)
    assert press.count.laid_out == before


def test_what_comes_next_waits_for_what_is_in_front(press):
    with press.waited_for(lambda: 2):
        foresight = Foresight(press, [lambda: editions.edition(Paragraph("Words"))])
        threading.Event().wait(0.3)
        foresight.close()
    assert press.count.laid_out == 0


def test_a_process_that_is_to_spare_lays_out_what_comes_next(press):
    with press.waited_for(lambda: 1):
        foresight = Foresight(press, [lambda: editions.edition(Paragraph("Words"))])
        end = time.monotonic() + 60
        while foresight.busy and time.monotonic() < end:
            threading.Event().wait(0.05)
        foresight.close()
    assert press.count.laid_out > 0


def test_the_next_handbook_is_cut_while_what_is_in_front_is_laid_out(press):
    asked = threading.Event()

    def other():
        asked.set()
        return editions.edition(Paragraph("Words"))

    with press.waited_for(lambda: 2):
        foresight = Foresight(press, [other])
        assert asked.wait(10)
        foresight.close()
    assert press.count.laid_out == 0


def test_an_index_is_right_where_the_contents_are_longer_than_they_were_told(press, monkeypatch):
    index = Index((IndexEntry("Gold", (IndexPlace("c-1", "How we respond"),)),))
    last = Chapter("c-index", "Index", blocks=(index,), numbered=False)
    whole = replace(editions.edition(Paragraph("Words")), back=(last,))
    made = press.pdf(whole)
    monkeypatch.setattr("slaeditor.publish.press.making.contents_pages", lambda _: 2)
    assert press.pdf(whole) == made
    assert press.count.plain == 0


def test_processes_that_are_begun_before_they_are_needed_are_used(press):
    press.warm_up()
    begun = press.pool.waiting
    press.pdf(editions.edition(Paragraph("Words")))
    assert len(begun) == 2
    assert set(press.pool.waiting) == set(begun)


def test_no_more_processes_are_begun_than_are_at_work_at_a_time(press):
    with press.pool.worker():
        press.warm_up()
        press.warm_up()
        assert len(press.pool.waiting) == 1


def test_a_process_that_was_lost_while_it_waited_is_replaced(press):
    press.warm_up()
    for process in press.pool.waiting:
        os.kill(process, signal.SIGKILL)
    end = time.monotonic() + 10
    while any(one.usable for one in press.pool._free) and time.monotonic() < end:
        threading.Event().wait(0.02)
    assert press.pdf(editions.edition(Paragraph("Words"))).startswith(b"%PDF")
    assert press.count.plain == 0


def test_a_closed_press_begins_none(press):
    press.close()
    press.warm_up()
    assert press.pool.waiting == ()


def test_a_piece_is_laid_out_once_when_two_ask_for_it(press):
    whole = editions.edition(Paragraph("Words"))
    threads = [threading.Thread(target=press.pdf, args=(whole,)) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert press.count.laid_out == len(cut(whole).pieces) + 1  # the contents
