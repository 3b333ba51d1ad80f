"""Renews `docs/pictures`: pages of the window from `build/screens`, pages of handbooks from PDFs.

Run `packaging/screens.py --looks light dark` and export the three editions first, then
`docs/make_pictures.py FOLDER_OF_HANDBOOKS`. The other forms are shown as other programs see them,
where that lies beside the handbooks: `word.pdf` and `slides.pdf` by an office program, `web.png`
by a browser as wide as a telephone.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "build" / "screens"
PICTURES = ROOT / "docs" / "pictures"
SHOWN = (
    "light-overview",
    "light-targets",
    "light-assignments",
    "light-compensations",
    "light-method_steps",
    "dark-service_levels",
)
"""The pages of the window that the manual shows."""
EDITION_PAGES = {
    "staff": "It does not work again",
    "sales": "When a client is unhappy",
    "client": "Side by side",
}
"""The heading in each edition at which its picture is taken."""
WORD_HEADING, SLIDE = "5 Who does what", 1
"""The page of the Word document, by its heading, and of the slides, by its number from 0."""
COLOURS = 200
FORMS_HEIGHT, GAP, SHADE = 620, 24, "#d8dce0"
PAGE_SCALE = 1.0


def main(folder: Path) -> None:
    """Write every picture, each small enough to be mailed with the manual."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in SHOWN:
        keep(Image.open(SCREENS / f"{name}.png"), name.replace("_", "-"))
    for edition, heading in EDITION_PAGES.items():
        for path in sorted(folder.glob(f"*-{edition}.pdf"))[:1]:
            keep(page(path, heading), f"handbook-{edition}")
    if all((folder / name).is_file() for name in ("word.pdf", "web.png", "slides.pdf")):
        keep(forms(folder), "forms")


def forms(folder: Path) -> Image.Image:
    """Return a page of Word, the web page on a telephone and a slide, side by side."""
    slides = pypdfium2.PdfDocument(folder / "slides.pdf")
    slide: Image.Image = slides[SLIDE].render(scale=PAGE_SCALE).to_pil()
    web = Image.open(folder / "web.png").convert("RGB")
    shown = [page_with(folder / "word.pdf", WORD_HEADING), web, slide]
    heights = (FORMS_HEIGHT, FORMS_HEIGHT, FORMS_HEIGHT * 2 // 3)
    sized = [
        one.resize((one.width * high // one.height, high), Image.Resampling.LANCZOS)
        for one, high in zip(shown, heights, strict=True)
    ]
    whole = (sum(one.width + GAP for one in sized) + GAP, FORMS_HEIGHT + 2 * GAP)
    made, left = Image.new("RGB", whole, SHADE), GAP
    for one in sized:
        made.paste(one, (left, GAP + (FORMS_HEIGHT - one.height) // 2))
        left += one.width + GAP
    return made


def page_with(path: Path, words: str) -> Image.Image:
    """Return the last page that holds some words. Raises StopIteration when there is none."""
    document = pypdfium2.PdfDocument(path)
    pages = reversed(range(len(document)))
    at = next(one for one in pages if words in document[one].get_textpage().get_text_range())
    drawn: Image.Image = document[at].render(scale=PAGE_SCALE).to_pil()
    return drawn


def page(path: Path, heading: str) -> Image.Image:
    """Return the page on which a heading stands. Raises StopIteration when there is none."""
    document = pypdfium2.PdfDocument(path)
    mark = next(one for one in document.get_toc() if one.get_title().endswith(heading))
    drawn: Image.Image = document[mark.get_dest().get_index()].render(scale=PAGE_SCALE).to_pil()
    return drawn


def keep(picture: Image.Image, name: str) -> None:
    """Write a picture with few colours."""
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
