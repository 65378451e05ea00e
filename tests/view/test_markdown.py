"""Markdown that a person's text cannot break: read back by a parser it is what was typed."""

from html import unescape
from re import sub

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from keseimbangan.view import markdown as md

# What Markdown acts on, and letters between.
texts = st.text(alphabet="ab1 \\`*_[](){}<>#+-.!|&~$@:/\"'=;^", min_size=1, max_size=40)


def read(text: str) -> str:
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert not sub(r"</?(p|ul|li|table|thead|tbody|tr|th|td|blockquote|br)[^<>]*>", "", page).count(
        "<"
    ), page
    return unescape(sub(r"<[^<>]*>", "", page))


@given(texts)
def test_an_item_of_a_list_is_read_as_it_was_typed(text):
    assert read(md.bullets([md.escaped(text)])).split() == text.split()


@given(texts, texts)
def test_a_cell_is_read_as_it_was_typed(one, other):
    table = md.table(("x", "y"), [(md.escaped(one), md.escaped(other))])
    assert read(table).split() == ["x", "y", *one.split(), *other.split()]


@given(st.lists(texts, min_size=1, max_size=4))
def test_a_quotation_is_read_as_it_was_typed(lines):
    assert read(md.quotation("\n".join(lines))).split() == " ".join(lines).split()


@pytest.mark.parametrize("text", ["http://a.id", "www.a.id", "a@b.id"])
def test_no_address_becomes_a_link(text):
    # Readers that look for addresses look for these very signs.
    assert not any(sign in md.escaped(text).replace("\\@", "") for sign in ("http://", "www.", "@"))
    assert read(md.escaped(text)).strip() == text


def test_control_characters_are_made_visible():
    assert "\x1b" not in md.escaped("a\x1b[31m")
    assert md.escaped("satu\ndua") == "satu dua"


def test_lines_of_a_quotation_stay_lines():
    assert md.quotation("satu\ndua\n\ntiga") == "> satu\\\n> dua\n>\n> tiga"
