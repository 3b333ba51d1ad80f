"""An edition as slides: what one shows and says to somebody who may read it."""

from __future__ import annotations

from io import BytesIO

import pptx
from pptx.presentation import Presentation
from pptx.util import Pt

from slaeditor.publish.document import Edition
from slaeditor.publish.render.html import frame_of
from slaeditor.publish.render.office.package import packed, say_who
from slaeditor.publish.render.slides.drawing import (
    SLIDE_HEIGHT,
    WIDTH,
    Deck,
    Lettering,
    draw,
    draw_cover,
)
from slaeditor.publish.render.slides.outline import slides
from slaeditor.publish.render.word.styles import FONTS

_SUPERFLUOUS = ("thumbnail", "printerSettings")


def slides_bytes(edition: Edition) -> bytes:
    """Return the slides of an edition; raises PublishTrouble.

    They hold the levels, the prices, what may be promised, talking points and objections, as far
    as the edition does. Equal editions give equal bytes.
    """
    presentation = pptx.Presentation()
    _lighten(presentation)
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(SLIDE_HEIGHT)
    frame = frame_of(edition, {asset.id: f"asset:{asset.id}" for asset in edition.assets})
    family = FONTS[edition.brand.theme].sans
    deck = Deck(presentation, frame, family, _foot(edition))
    _cover(deck, edition)
    for slide in slides(edition, frame):
        draw(deck, slide)
    cover = edition.cover
    say_who(presentation.core_properties, cover.title, cover.organisation, edition.language)
    out = BytesIO()
    presentation.save(out)
    return packed(out.getvalue())


def _lighten(presentation: Presentation) -> None:
    """Leave out what the template brings along and no slide needs."""
    for holder in (presentation.part.package, presentation.part):
        for key, relation in list(holder._rels.items()):
            if any(word in relation.reltype for word in _SUPERFLUOUS):
                holder._rels.pop(key)


def _foot(edition: Edition) -> str:
    cover = edition.cover
    parts = (cover.title, cover.foot, cover.version, cover.date)
    return " · ".join(filter(None, parts))


def _cover(deck: Deck, edition: Edition) -> None:
    cover, palette = edition.cover, deck.frame.palette
    issue = " · ".join(filter(None, (cover.version, cover.date, cover.owner)))
    small = Lettering(13, palette.cover_soft)
    draw_cover(
        deck,
        cover.title,
        (
            (cover.subtitle, Lettering(20, palette.cover_soft)),
            (cover.edition_name, Lettering(16, palette.cover_ink, bold=True)),
            (cover.watermark, Lettering(16, palette.cover_ink, bold=True)),
            (" · ".join(filter(None, (cover.organisation, cover.recipient))), small),
            (issue, small),
            (cover.confidentiality, small),
        ),
    )
