"""What holds for every form of a handbook: one maker, the same bytes, no word too many."""

from __future__ import annotations

import getpass
import re
import socket

import pytest

from slaeditor.publish import printing
from slaeditor.publish.formats import FORMATS, SLIDES, WORD, WORKBOOK
from slaeditor.publish.render.makers import maker
from tests.publish import editions, packages

OFFICE = (WORD, WORKBOOK, SLIDES)


@pytest.fixture(scope="module", params=OFFICE, ids=lambda form: form.key)
def form(request):
    return request.param


@pytest.fixture(scope="module")
def made(form):
    return maker(form.key)(editions.every_block())


def test_every_form_has_a_maker_and_an_ending_of_its_own():
    assert len({form.ending for form in FORMATS}) == len(FORMATS)
    for form in FORMATS:
        assert callable(maker(form.key))


def test_the_worker_makes_every_office_form_with_its_doors_closed(form, made):
    assert printing.made(editions.every_block(), form.key) == made


def test_equal_editions_give_equal_bytes(form, made):
    assert maker(form.key)(editions.every_block()) == made


def test_no_part_tells_when_it_was_made(made):
    assert packages.times(made) == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_title_and_organisation_of_itself(made):
    told = packages.own_words(made)
    assert "Support methodology handbook" in told
    assert "Northwind Service Department" in told


def test_the_file_says_neither_user_nor_machine_nor_library(made):
    told = packages.own_words(made).casefold()
    named = (getpass.getuser(), socket.gethostname(), "python-docx", "python-pptx", "xlsxwriter")
    assert [name for name in named if name.casefold() in told] == []


def test_nothing_of_a_template_is_left(made):
    names = set(packages.parts(made))
    assert [name for name in names if "thumbnail" in name or "printer" in name] == []
    assert [name for name in names if "customXml" in name or "Effects" in name] == []


def test_a_file_holds_no_macro(made):
    assert [name for name in packages.parts(made) if "vba" in name.lower()] == []


def test_only_links_lead_outside(made):
    outside = re.findall(r"<Relationship [^>]*TargetMode=\"External\"[^>]*>", packages.words(made))
    assert [one for one in outside if "relationships/hyperlink" not in one] == []
