"""The questions of the interview between Sales and service, in each language of a handbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from slaeditor.model.document import Language
from slaeditor.model.selling import Side

QUESTIONS: Final[tuple[tuple[Side, str], ...]] = (
    (Side.SERVICE, "What must you know of a new client before the first day?"),
    (Side.SERVICE, "How much notice do you need before a new client starts?"),
    (Side.SERVICE, "Which promises do you hear of only when the client names them?"),
    (Side.SERVICE, "What may Sales never promise in your name?"),
    (Side.SERVICE, "From when on should Sales join in with an unhappy client?"),
    (Side.SERVICE, "Which news about a client would you want sooner, and from whom?"),
    (Side.SERVICE, "What do you do today that is the work of Sales?"),
    (Side.SERVICE, "When may you refuse what Sales hands over?"),
    (Side.SALES, "What do you need from service to win a client?"),
    (Side.SALES, "When do you want to hear that a client is unhappy, and from whom?"),
    (Side.SALES, "What must service never say to a client?"),
    (Side.SALES, "Which questions of clients can you not answer?"),
    (Side.SALES, "What do you promise that stands in no price list?"),
    (Side.SALES, "Which special deals does service not know of?"),
    (Side.SALES, "When may service offer more, and when does it hand over to you?"),
    (Side.SALES, "Who gets the commission when service sells?"),
    (Side.SALES, "What did the clients who left tell you?"),
)
"""Whom to ask, and what, in English."""

_GERMAN: Final = (
    "Was müssen Sie vor dem ersten Tag über einen neuen Kunden wissen?",
    "Wie lange vorher müssen Sie von einem neuen Kunden erfahren?",
    "Von welchen Zusagen hören Sie erst, wenn der Kunde sie nennt?",
    "Was darf der Vertrieb nie in Ihrem Namen zusagen?",
    "Ab wann soll der Vertrieb bei einem unzufriedenen Kunden hinzukommen?",
    "Welche Nachricht über einen Kunden hätten Sie gern früher, und von wem?",
    "Was tun Sie heute, das Aufgabe des Vertriebs ist?",
    "Wann dürfen Sie ablehnen, was der Vertrieb übergibt?",
    "Was brauchen Sie vom Service, um einen Kunden zu gewinnen?",
    "Wann wollen Sie erfahren, dass ein Kunde unzufrieden ist, und von wem?",
    "Was darf der Service einem Kunden nie sagen?",
    "Welche Fragen von Kunden können Sie nicht beantworten?",
    "Was sagen Sie zu, das in keiner Preisliste steht?",
    "Von welchen Sondervereinbarungen weiß der Service nichts?",
    "Wann darf der Service mehr anbieten, und wann übergibt er an Sie?",
    "Wer bekommt die Provision, wenn der Service verkauft?",
    "Was haben Ihnen die Kunden gesagt, die gegangen sind?",
)

_TRANSLATED: Final[Mapping[Language, tuple[str, ...]]] = {Language.GERMAN: _GERMAN}


def questions(language: Language) -> tuple[tuple[Side, str], ...]:
    """Return whom to ask, and what, in a language; English where it has no other words."""
    words = _TRANSLATED.get(language, tuple(words for _, words in QUESTIONS))
    return tuple((side, told) for (side, _), told in zip(QUESTIONS, words, strict=True))


def wordings(at: int) -> frozenset[str]:
    """Return a question in all languages, folded, so that it is not asked a second time."""
    told = (QUESTIONS[at][1], *(words[at] for words in _TRANSLATED.values()))
    return frozenset(words.casefold() for words in told)
