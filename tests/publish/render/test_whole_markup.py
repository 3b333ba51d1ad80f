"""HTML put together in one go is what the library writes part by part."""

from __future__ import annotations

from typing import Any

import htpy as h
import pytest
from markupsafe import Markup

from slaeditor.publish.render.shortcuts.whole_markup import whole_markup

_NODES = {
    "words": lambda: h.p["a < b & “c”"],
    "markup": lambda: h.p[Markup("<em>so</em>"), h.em["so"]],
    "nothing": lambda: h.p[None, True, False, ""],
    "a number": lambda: h.p[3],
    "an empty element": lambda: h.p["one", h.br, h.img(src="x", alt='"')],
    "a generator": lambda: h.ul[(h.li[each] for each in "ab")],
    "lists": lambda: h.ul[[h.li["a"], (h.li["b"], [h.li["c"]])]],
    "a function": lambda: h.p[lambda: "later"],
    "a fragment": lambda: h.p[h.fragment["a", h.b["c"]]],
    "a whole page": lambda: h.html(lang="en")[h.head[h.title["–"]], h.body[h.p["a"]]],
    "words within words": lambda: h.div[h.p[str(h.b["so & so"])], h.b["so"].__html__()],
}


@pytest.mark.parametrize("name", _NODES)
def test_it_is_what_the_library_writes(name):
    assert whole_markup(_NODES[name]()) == Markup("".join(_NODES[name]().iter_chunks()))


def test_it_is_markup():
    assert isinstance(whole_markup(h.p["a"]), Markup)


def test_what_is_no_node_is_refused():
    strange: list[Any] = [object()]
    element = h.p[(one for one in strange)]
    with pytest.raises(TypeError, match="not a valid child"):
        whole_markup(element)
