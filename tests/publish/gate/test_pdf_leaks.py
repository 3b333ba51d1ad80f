"""Whatever is planted in a handbook as PDF is found, wherever it hides."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from slaeditor.publish import printing
from slaeditor.publish.gate.gate import check
from slaeditor.publish.gate.pdf_reading import pdf_reading
from slaeditor.publish.gate.wording import tokens
from tests.publish.gate import pdf_leaks
from tests.publish.gate.confidential_project import (
    ADDRESS,
    DAY,
    FLOOR,
    FORBIDDEN,
    HIDDEN_PICTURE,
    NAME,
    PASSAGE,
    PERSON,
    THEIRS,
    VIEW,
    WORD,
    a_picture,
    client_edition,
    confidential_project,
)

PROJECT = confidential_project()
EDITION = client_edition(PROJECT)


@pytest.fixture(scope="module")
def handbook() -> bytes:
    return printing.pdf(EDITION)


def hits(content: bytes):
    return check(content, "pdf", EDITION, PROJECT, VIEW).hits


def test_an_honest_handbook_passes(handbook):
    verdict = check(handbook, "pdf", EDITION, PROJECT, VIEW)
    assert verdict.sentences == ()
    assert verdict.words == f"Independent of {verdict.confidential} confidential items"
    assert verdict.confidential > 9


@pytest.mark.parametrize("place", list(pdf_leaks.PLANTS))
def test_a_passage_is_found_in(handbook, place):
    planted = pdf_leaks.PLANTS[place](handbook, PASSAGE.replace(".", ""))
    assert [(hit.table, hit.field) for hit in hits(planted)] == [("clients", "sales_note")]


SECRETS = {
    "a client's name": NAME,
    "a person": PERSON,
    "an address": ADDRESS,
    "a word": WORD,
    "an amount": FLOOR,
    "an amount as Americans write it": "7,319.17",
    "an amount as Germans write it": "7.319,17",
    "an amount as the Swiss write it": "7'319.17",
    "an amount with spaces": "7 319,17",
    "an amount without cents": "7319",
    "an amount in cents": "731917",
    "a date": DAY.isoformat(),
    "a date in words": "17 March 2031",
    "a date as Germans write it": "17.03.2031",
    "a date as Americans write it": "March 17, 2031",
    "five words of a passage": "client than answer by night",
    "capitals": PASSAGE.upper(),
    "the key of a record": THEIRS.id,
    "a forbidden word": FORBIDDEN.title(),
}


@pytest.mark.parametrize("secret", list(SECRETS))
@pytest.mark.parametrize("place", ["plain words", "the description of a picture", "the title"])
def test_every_kind_of_secret_is_found(handbook, secret, place):
    assert hits(pdf_leaks.PLANTS[place](handbook, SECRETS[secret]))


def test_words_in_what_a_picture_says_of_itself_are_found(handbook):
    planted = pdf_leaks.picture(handbook, a_picture("JPEG", PASSAGE.encode()))
    assert [hit.place for hit in hits(planted)] == ["what a picture says of itself"]


def test_a_hidden_picture_is_found_however_it_is_coded(handbook):
    with Image.open(io.BytesIO(HIDDEN_PICTURE)) as picture:
        raw = picture.convert("RGB").tobytes()
    [hit] = hits(pdf_leaks.pixels(handbook, raw))
    assert (hit.table, hit.field) == ("pictures", "picture")


def test_an_earlier_state_is_refused(handbook):
    verdict = check(handbook + b"\n%%EOF\n", "pdf", EDITION, PROJECT, VIEW)
    assert verdict.faults == ("The file holds an earlier state of itself.",)


def test_a_script_is_refused(handbook):
    planted = pdf_leaks.script(handbook, "hello")
    faults = check(planted, "pdf", EDITION, PROJECT, VIEW).faults
    assert {"The file holds /JavaScript.", "The file holds /OpenAction."} <= set(faults)


def test_a_hit_says_where_it_is_and_where_it_comes_from(handbook):
    [hit] = hits(pdf_leaks.PLANTS["the description of a picture"](handbook, NAME))
    assert hit.sentence == (
        "The description of a picture holds “zanzibar textiles”, which stands in client "
        "“Zanzibar Textiles” (Name)."
    )


def test_a_forbidden_word_leads_to_the_list_of_them(handbook):
    [hit] = hits(pdf_leaks.PLANTS["plain words"](handbook, "our loss leader"))
    assert (hit.table, hit.field) == ("document", "never_for_clients")
    assert "one of the words no client may read" in hit.sentence


def test_what_clients_may_read_is_no_hit(handbook):
    planted = pdf_leaks.PLANTS["plain words"](handbook, "You are answered within the hour")
    assert hits(planted) == ()


def test_what_a_viewer_reads_is_read_from_the_drawing_too(handbook):
    reading = pdf_reading(handbook)
    pages = [one for one in reading.passages if one.place.startswith("page ")]
    half = len(pages) // 2
    seen, drawn = (
        {word for one in part for word in tokens(one.text)} for part in (pages[:half], pages[half:])
    )
    assert seen <= drawn
