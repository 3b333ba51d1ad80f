"""A small project that holds one of each kind of secret, and what clients may read of it."""

from __future__ import annotations

import io
from datetime import date

from PIL import Image

from slaeditor.model.backing import Person
from slaeditor.model.clients import Client, TalkingPoint
from slaeditor.model.document import Document, Picture
from slaeditor.model.project import Project
from slaeditor.model.readers import NOBODY, TEAM, Reader
from slaeditor.model.values.money import Money
from slaeditor.publish.document import Edition
from slaeditor.publish.edition.builder import edition
from slaeditor.rules.visible import View
from tests.builders import a_level, open_to_all

ON = date(2026, 11, 22)
PASSAGE = "We would rather lose this client than answer by night for less."
WORD = "Quicksilver"
NAME = "Zanzibar Textiles"
PERSON = "Ottilie Brandmeier"
ADDRESS = "o.brandmeier@merrow.example"
FLOOR = "7319.17"
DAY = date(2031, 3, 17)
FORBIDDEN = "loss leader"


def a_picture(form: str = "PNG", comment: bytes = b"") -> bytes:
    """A small picture; a JPEG may carry a comment."""
    target = io.BytesIO()
    extra = {"comment": comment} if comment else {}
    Image.effect_noise((40, 30), 60).convert("RGB").save(target, form, **extra)
    return target.getvalue()


HIDDEN_PICTURE = a_picture()

GOLD = a_level(
    "Gold", promise="You are answered within the hour.", floor_price=Money.parse(f"{FLOOR} EUR")
)
OURS = open_to_all(Client, name="Contoso", level=GOLD.id)
THEIRS = open_to_all(Client, name=NAME, contract_until=DAY, sales_note=PASSAGE)
ANNA = Person(name=PERSON, readers=NOBODY, note=ADDRESS)
POINT = TalkingPoint(name=WORD, words="Say it with a smile.", readers=TEAM)
DRAWING = Picture(name="Layout of the safe", picture=HIDDEN_PICTURE, readers=TEAM)


def confidential_project() -> Project:
    """The project; `OURS` is the client whose handbook is looked at."""
    document = open_to_all(
        Document, name="Service handbook", never_for_clients=f"{FORBIDDEN}\nbelow cost"
    )
    return Project().add(document, GOLD, OURS, THEIRS, ANNA, POINT, DRAWING)


VIEW = View(Reader.CLIENT, OURS.id, ON)


def client_edition(project: Project) -> Edition:
    """The handbook of `OURS`."""
    return edition(project, VIEW.reader, VIEW.client, VIEW.on)
