"""The styles of the Word document: what a reader changes once and everything follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.parfmt import ParagraphFormat

from slaeditor.publish.document import Edition, Theme, Tone
from slaeditor.publish.render.colour import Palette
from slaeditor.publish.render.word.markup import border, element, shade

MUTED = "#56606b"
INK = "#1b1f24"
DO, DO_NOT, EXAMPLE = "#1d6b43", "#96370a", "#3d4650"
_DO_TINT, _DO_NOT_TINT, _EXAMPLE_TINT = "#eef6f1", "#fdf2e9", "#f3f4f6"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Families that office programs bring along: for running text and for heads."""

    text: str
    sans: str


FONTS = {
    Theme.CLASSIC: Fonts("Cambria", "Calibri"),
    Theme.MODERN: Fonts("Calibri", "Calibri"),
    Theme.READABLE: Fonts("Verdana", "Verdana"),
}


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style looks: points, colour, space above and below."""

    size: float
    colour: str = INK
    bold: bool = False
    above: float = 0
    below: float = 0
    leading: float = 1.15
    sans: bool = True
    keep: bool = False


def tone_colours(tone: Tone, palette: Palette) -> tuple[str, str]:
    """Return the colour and the tint of a callout."""
    return {
        Tone.NOTE: (palette.accent, palette.tint),
        Tone.DO: (DO, _DO_TINT),
        Tone.DO_NOT: (DO_NOT, _DO_NOT_TINT),
        Tone.EXAMPLE: (EXAMPLE, _EXAMPLE_TINT),
    }[tone]


def add_styles(document: Document, edition: Edition, palette: Palette) -> None:
    """Set up every style of the document and leave out those that it does not use."""
    for style in list(document.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    fonts = FONTS[edition.brand.theme]
    for name, look in _looks(palette).items():
        style = _style(document, name)
        _dress(style, look, fonts)
    _speak(document, edition.language)
    _finish(document, palette)


def _looks(palette: Palette) -> dict[str, _Look]:
    accent = palette.accent
    return {
        "Normal": _Look(10.5, below=6, sans=False),
        "Heading 1": _Look(24, accent, bold=True, below=10, leading=1.0, keep=True),
        "Heading 2": _Look(15, bold=True, above=20, below=6, leading=1.0, keep=True),
        "Heading 3": _Look(12, bold=True, above=14, below=4, leading=1.0, keep=True),
        "Heading 4": _Look(10.5, bold=True, above=10, below=3, leading=1.0, keep=True),
        "Heading 5": _Look(10.5, MUTED, bold=True, above=8, below=3, leading=1.0, keep=True),
        "Caption": _Look(9, MUTED, above=10, below=3, keep=True),
        "Lead": _Look(12, MUTED, below=10, sans=False, keep=True),
        "Muted": _Look(10, MUTED, below=6, sans=False),
        "Particulars": _Look(9.5, MUTED, below=6),
        "Table Text": _Look(9, leading=1.1, above=2, below=2),
        "Table Head": _Look(9, bold=True, leading=1.1, above=2, below=2, keep=True),
        "Table End": _Look(5, leading=1.0),
        "Table Note": _Look(8.5, MUTED, above=2, below=2),
        "Callout Title": _Look(9.5, accent, bold=True, above=8, below=0, keep=True),
        "Callout": _Look(10, below=0, sans=False),
        "Extra": _Look(10, below=4, sans=False),
        "Code": _Look(9, leading=1.0, below=6),
        "Cover Title": _Look(34, bold=True, leading=1.0, above=90, below=10),
        "Cover Subtitle": _Look(14, below=60),
        "Cover Text": _Look(10.5, below=3),
        "toc 1": _Look(10.5, bold=True, above=6, below=1),
        "toc 2": _Look(10, below=1),
        "Index Entry": _Look(9, below=1),
        "Contents Title": _Look(24, accent, bold=True, below=10, leading=1.0, keep=True),
        "Header": _Look(8, MUTED),
        "Footer": _Look(8, MUTED),
    }


def _style(document: Document, name: str) -> ParagraphStyle:
    if name not in [style.name for style in document.styles]:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        document.styles[name].base_style = document.styles["Normal"]
    return cast("ParagraphStyle", document.styles[name])


def _dress(style: ParagraphStyle, look: _Look, fonts: Fonts) -> None:
    family = fonts.sans if look.sans else fonts.text
    style.font.name = family
    properties = style.element.get_or_add_rPr()
    faces = properties.rFonts
    for name in list(faces.attrib):
        del faces.attrib[name]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        faces.set(qn(f"w:{kind}"), family)
    style.font.size = Pt(look.size)
    style.font.bold = look.bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(look.colour.removeprefix("#").upper())
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.above), Pt(look.below)
    form.line_spacing = look.leading
    form.keep_with_next = look.keep
    form.widow_control = True


def _speak(document: Document, language: str) -> None:
    """Tell spelling checkers and screen readers the language of the words."""
    properties = document.styles.element.find(qn("w:docDefaults")).find(
        f"{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", val=language, eastAsia=language, bidi="ar-SA"))


def _finish(document: Document, palette: Palette) -> None:
    """Add what python-docx has no words for: outline, bars, indents, page breaks."""
    styles = document.styles
    _paragraph(styles["Heading 1"]).page_break_before = True
    _paragraph(styles["Contents Title"]).page_break_before = True
    _paragraph(styles["toc 2"]).left_indent = Mm(8)
    _paragraph(styles["Extra"]).left_indent = Mm(6)
    shade(styles["Code"].element.get_or_add_pPr(), palette.tint)
    heading = styles["Heading 1"].element.get_or_add_pPr()
    heading.insert_element_before(
        border("w:pBdr", palette.line, 0.5, "bottom", space=6),
        *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"),
    )


def _paragraph(style: object) -> ParagraphFormat:
    form: ParagraphFormat = cast("ParagraphStyle", style).paragraph_format
    return form
