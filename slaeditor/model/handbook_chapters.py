"""The chapters a handbook may have, each with the word it is named by and a label."""

from __future__ import annotations

from slaeditor.model.choice import Choice
from slaeditor.model.readers import CLIENT, EVERYONE, TEAM, Readers


class HandbookChapter(Choice):
    """One chapter of the handbook, in its order; chapters of the manager's own are not here."""

    SUMMARY = "summary", "Your service on one page"
    CHARTER = "charter", "Our charter"
    LEVELS = "levels", "The service levels"
    METHODOLOGY = "methodology", "How we work"
    PROMISES = "promises", "What we promise"
    RESPONSIBILITIES = "responsibilities", "Who does what"
    ESCALATION = "escalation", "Escalation"
    PRICES = "prices", "Prices"
    SELLING = "selling", "What sales may grant and promise"
    REMEDIES = "remedies", "If we miss a promise"
    REWARDS = "rewards", "Rewards for the team"
    SCOPE = "scope", "What we can and cannot support"
    DUTIES = "duties", "What the client does"
    COURSES = "courses", "Timelines"
    AFTERCARE = "aftercare", "News and follow-up"
    TOGETHER = "together", "Sales and service together"
    BACKING = "backing", "What stands behind our promises"
    DEALS = "deals", "Clients and special deals"
    TALKING = "talking", "Questions and answers"
    LEARNING = "learning", "What we learned"
    TEAM = "team", "The team"
    GLOSSARY = "glossary", "Glossary"
    REVISIONS = "revisions", "Revisions"
    SIGN_OFFS = "sign-offs", "Sign-offs"
    ROLE_CARDS = "role-cards", "Role cards"
    WORKING_AGREEMENT = "working-agreement", "What Sales and service agree"
    ACKNOWLEDGEMENT = "acknowledgement", "Acknowledgement"
    INDEX = "index", "Index"


TEAM_CHAPTERS = frozenset(
    {
        HandbookChapter.SELLING,
        HandbookChapter.TOGETHER,
        HandbookChapter.DEALS,
        HandbookChapter.LEARNING,
        HandbookChapter.ROLE_CARDS,
        HandbookChapter.WORKING_AGREEMENT,
        HandbookChapter.ACKNOWLEDGEMENT,
    }
)
"""Chapters that only say what staff and sales may read; no client's handbook has them."""
CLIENT_CHAPTERS = frozenset({HandbookChapter.SUMMARY})
"""Chapters that only a handbook for clients has."""


def readers_of(chapter: HandbookChapter) -> Readers:
    """Return in whose editions a chapter can stand at all."""
    if chapter in TEAM_CHAPTERS:
        return TEAM
    return CLIENT if chapter in CLIENT_CHAPTERS else EVERYONE


def chapters_named(words: str) -> tuple[HandbookChapter, ...]:
    """Return the chapters that words name, with commas between; unknown names are passed over.

    >>> [one.word for one in chapters_named("glossary, charter, nothing")]
    ['charter', 'glossary']
    """
    wanted = {one.strip().casefold() for one in words.split(",")}
    return tuple(one for one in HandbookChapter if one.word in wanted)


def unknown_names(words: str) -> tuple[str, ...]:
    """Return the names among words with commas between that no chapter has."""
    known = {one.word for one in HandbookChapter}
    found = (one.strip() for one in words.split(","))
    return tuple(one for one in found if one and one.casefold() not in known)


def names_of(chapters: frozenset[HandbookChapter]) -> str:
    """Return the words that name chapters, in the order of the handbook."""
    return ", ".join(one.word for one in HandbookChapter if one in chapters)
