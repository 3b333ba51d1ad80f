"""Markdown becomes clean HTML, or a sentence that names the record."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.render.markdown import first_paragraph, inline, prose, style_words
from slaeditor.publish.trouble import ProseTrouble


def html(text: str, **options: object) -> str:
    return str(prose(text, language="en-GB", source="level Gold", **options))  # type: ignore[arg-type]


def test_plain_words_become_paragraphs():
    assert html("one\n\ntwo") == "<p>one</p><p>two</p>"


def test_marks_become_markup():
    assert html("a **b** *c* `d`") == ("<p>a <strong>b</strong> <em>c</em> <code>d</code></p>")


def test_raw_html_is_shown_as_it_was_typed():
    assert html("a <b onclick=x>bold</b> word") == (
        "<p>a &lt;b onclick=x&gt;bold&lt;/b&gt; word</p>"
    )


def test_what_looks_like_a_tag_in_plain_words_is_kept():
    assert html("answer in <5 min & call") == "<p>answer in &lt;5&nbsp;min &amp; call</p>"


def test_a_script_is_only_words():
    assert "<script" not in html("<script>alert(1)</script>")


def test_headings_start_below_the_section_and_skip_no_level():
    shown = html("# One\n\n#### Two\n\n# Three", below=2)
    assert re.findall(r"<(h\d)>", shown) == ["h3", "h4", "h3"]


def test_headings_never_go_deeper_than_six():
    assert re.findall(r"<(h\d)>", html("# a\n\n## b\n\n### c", below=5)) == ["h6", "h6", "h6"]


def test_the_alignment_of_a_column_becomes_a_class():
    shown = html("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<td class="right">2</td>' in shown
    assert "align=" not in shown
    assert "style=" not in shown


def test_heads_of_a_table_say_that_they_head_a_column():
    assert html("| a |\n|---|\n| 1 |").count('<th scope="col">') == 1


def test_a_definition_list_becomes_paragraphs():
    shown = html("Term\n:   Meaning")
    assert '<p class="term">Term</p>' in shown
    assert "<dl" not in shown


def test_no_white_space_stands_before_the_end_of_a_block():
    assert not re.search(r"\s</(p|li|td|h\d)>", html("- one \n- two\n\n    more \n\npara "))


def test_quotes_are_set_across_marks():
    assert html('She said **"now"** and left') == (
        "<p>She said <strong>“now”</strong> and left</p>"
    )


def test_code_is_left_as_typed():
    assert "<code>a - b</code>" in html('`a - b` "c"')


@pytest.mark.parametrize("address", ["https://example.com/a-b?c=1", "mailto:desk@example.com"])
def test_web_pages_and_mail_addresses_may_be_linked(address):
    assert f'href="{address}"' in html(f"[x]({address})")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "file:///etc/passwd",
        "//host/share",
        "\\\\host\\share",
        "smb://host",
        "ms-word:x",
        "vbscript:x",
        "data:text/html,x",
        "https://user:secret@example.com",
        "#internal",
        "page.html",
        "ftp://example.com",
    ],
)
def test_any_other_link_is_refused_and_the_record_named(address):
    with pytest.raises(ProseTrouble, match="level Gold") as caught:
        html(f"[x](<{address}>)")
    assert caught.value.remedy


def test_a_picture_of_the_edition_is_shown():
    shown = html("![A lift](asset:a1)", pictures={"a1": "asset:picture/a1"})
    assert '<img alt="A lift" src="asset:picture/a1">' in shown


@pytest.mark.parametrize("address", ["http://example.com/x.png", "asset:other", "data:x", "x.png"])
def test_any_other_picture_is_refused(address):
    with pytest.raises(ProseTrouble, match="shows the picture"):
        html(f"![x]({address})", pictures={"a1": "asset:picture/a1"})


@pytest.mark.parametrize(
    "mark", [":::staff\nsecret\n:::", "/// sales\nsecret\n///", "> ::: client", "  :::x"]
)
def test_what_looks_like_a_mark_for_readers_is_an_error(mark):
    with pytest.raises(ProseTrouble, match="looks like a reader mark") as caught:
        html("before\n\n" + mark)
    assert "level Gold" in caught.value.sentence


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "![[" * 3_000,
        "<![" * 3_000,
        "[a][" * 2_500,
        "<x " * 3_000,
        "*" * 5_000,
        "`" * 5_000,
        "> " * 200 + "x",
        "\n".join(" " * 4 * at + "- x" for at in range(100)),
        "x" * 20_001,
        "_" * 3_000,
    ],
)
def test_what_would_take_long_is_refused_at_once(text):
    before = time.perf_counter()
    with pytest.raises(ProseTrouble):
        html(text)
    assert time.perf_counter() - before < 1


def test_nothing_of_one_text_reaches_the_next():
    html("[a]: https://example.com/secret\n\n[a]")
    assert "secret" not in html("[a] *b*")


def test_a_cell_of_one_paragraph_loses_the_paragraph():
    assert str(inline("**Yes**", language="en")) == "<strong>Yes</strong>"


def test_the_first_paragraph_is_split_off():
    first, rest = first_paragraph(prose("one\n\ntwo", language="en"))
    assert (str(first), str(rest)) == ("<p>one</p>", "<p>two</p>")


def test_a_text_that_starts_with_a_list_has_no_first_paragraph():
    first, rest = first_paragraph(prose("- one", language="en"))
    assert not first
    assert rest.startswith("<ul>")


def test_a_style_sheet_cannot_end_its_element():
    with pytest.raises(ValueError, match="<"):
        style_words("a{}</style>")


ALLOWED = re.compile(
    r"</?(p|br|hr|strong|em|code|pre|blockquote|ul|ol|li|h[1-6]|table|thead|tbody|tr|th|td|a|sup"
    r"|sub|img|div)( (class|scope|href|src|alt|start)=\"[^\"]*\")*>"
)


@given(st.text(alphabet="<>[]()!*_`#|-:;/\\ \n\"'&abjscript=on.1", max_size=200))
def test_only_allowed_tags_and_attributes_ever_come_out(text):
    try:
        shown = html(text)
    except ProseTrouble:
        return
    assert "<" not in ALLOWED.sub("", shown)
