"""Renews `docs/pictures`: pages of the window from `build/screens`, pages of handbooks from PDFs.

Run `packaging/screens.py --looks light dark` and export the three editions first, then
`docs/make_pictures.py FOLDER_OF_HANDBOOKS`.
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
    "staff": "The clock runs out",
    "sales": "When a client is unhappy",
    "client": "Side by side",
}
"""The heading in each edition at which its picture is taken."""
COLOURS = 200
PAGE_SCALE = 1.0


def main(folder: Path) -> None:
    """Write every picture, each small enough to be mailed with the manual."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in SHOWN:
        keep(Image.open(SCREENS / f"{name}.png"), name.replace("_", "-"))
    for edition, heading in EDITION_PAGES.items():
        for path in sorted(folder.glob(f"*-{edition}.pdf"))[:1]:
            keep(page(path, heading), f"handbook-{edition}")


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
