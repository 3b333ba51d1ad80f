"""The fast way makes the handbook of the plain way."""

from __future__ import annotations

from tests.publish.press import anatomy


def test_it_is_made_of_pieces(both):
    assert both.press.count.plain == 0
    assert both.press.count.laid_out > len(both.edition.chapters)


def test_the_words_of_each_page_are_the_same(both):
    assert anatomy.words(both.fast) == anatomy.words(both.plain)


def test_the_structure_is_the_same(both):
    assert anatomy.structure(both.fast) == anatomy.structure(both.plain)


def test_each_mark_belongs_to_the_same_element(both):
    assert anatomy.parents(both.fast) == anatomy.parents(both.plain)


def test_links_lead_to_the_same_places(both):
    assert anatomy.places(both.fast) == anatomy.places(both.plain)


def test_the_outline_is_the_same(both):
    assert anatomy.outline(both.fast) == anatomy.outline(both.plain)


def test_it_says_the_same_of_itself(both):
    assert anatomy.claims(both.fast) == anatomy.claims(both.plain)


def test_every_page_looks_the_same(both):
    assert anatomy.differing(both.fast, both.plain) == []


def test_a_page_that_looks_otherwise_is_noticed(both):
    assert anatomy.differing(both.fast, _without_feet(both.fast))


def test_a_second_time_gives_the_same_bytes_and_lays_out_nothing(both):
    before = both.press.count.laid_out
    assert both.press.pdf(both.edition) == both.fast
    assert both.press.count.laid_out == before


def test_a_small_handbook_is_the_same_too(small):
    assert small.press.count.plain == 0
    for look in (anatomy.words, anatomy.structure, anatomy.places, anatomy.outline):
        assert look(small.fast) == look(small.plain)
    assert anatomy.differing(small.fast, small.plain) == []


def test_the_contents_of_a_small_handbook_share_a_page(small):
    shared = anatomy.words(small.fast)[1]
    assert "How to use it" in str(shared)
    assert "Contents" in str(shared)


def _without_feet(content: bytes) -> bytes:
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(content)) as pdf:
        page = pdf.pages[-1]
        page.Contents = page.Contents[1]
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()
