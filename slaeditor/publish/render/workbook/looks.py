"""How cells of the workbook look, in the colours of the handbook."""

from __future__ import annotations

from typing import Any

from slaeditor.publish.render.colour import INK, Palette

_MUTED = "#56606b"
_SIZE = 10


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any, palette: Palette, family: str) -> None:
        """Make the formats that are always there."""
        self._book = book
        self._usual = {"font_name": family, "font_size": _SIZE, "font_color": INK}
        self._line = {"bottom": 1, "bottom_color": palette.line}
        self._body: dict[str, object] = {"text_wrap": True, "valign": "top", **self._line}
        self._kept: dict[str, Any] = {}
        head = {
            "bold": True,
            "bg_color": palette.cover,
            "font_color": palette.cover_ink,
            "text_wrap": True,
            "valign": "vcenter",
        }
        self.title = self._made({"bold": True, "font_size": 20, "font_color": palette.accent})
        self.edition = self._made({"bold": True, "font_color": palette.mark, "font_size": 12})
        self.caption = self._made({"bold": True, "font_size": 13, "font_color": palette.accent})
        self.plain = self._made({})
        self.muted = self._made({"font_color": _MUTED})
        self.note = self._made({"font_color": _MUTED, "font_size": 9})
        self.link = self._made({"font_color": palette.accent, "underline": 1})
        self.head = self._made(head)
        self.head_right = self._made({**head, "align": "right"})
        self.row_head = self._made({"bold": True, **self._body})
        self.group = self._made(
            {"bold": True, "bg_color": palette.tint, "font_color": palette.accent, **self._line}
        )
        self._tones: dict[str, dict[str, object]] = {
            "yes": {"font_color": palette.accent, "bold": True},
            "no": {"font_color": _MUTED},
            "muted": {"font_color": _MUTED},
            "strong": {"bold": True},
        }

    def cell(self, tone: str) -> Any:
        """Return the format of words of a tone."""
        return self._named(f"tone {tone}", {**self._body, **self._tones.get(tone, {})})

    def number(self, form: str) -> Any:
        r"""Return the format of numbers that are shown in a form such as "0.00\ %"."""
        return self._named(f"number {form}", {**self._body, "num_format": form, "align": "right"})

    def _named(self, name: str, properties: dict[str, object]) -> Any:
        if name not in self._kept:
            self._kept[name] = self._made(properties)
        return self._kept[name]

    def _made(self, properties: dict[str, object]) -> Any:
        return self._book.add_format({**self._usual, **properties})
