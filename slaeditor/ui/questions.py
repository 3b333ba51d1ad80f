"""Questions and messages that need an answer before one can go on; none blocks the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slaeditor.ui.answer import Answer

if TYPE_CHECKING:  # a window that asks nothing needs no box
    from PySide6.QtWidgets import QWidget

    from slaeditor.session.background import Trouble


def ask(
    parent: QWidget, sentence: str, meaning: str, *answers: Answer, grave: bool = False
) -> None:
    """Show a question over its window; the answer chosen is done, the program goes on meanwhile."""
    from slaeditor.ui.question_box import QuestionBox

    QuestionBox(parent, sentence, meaning, answers, grave=grave).ask()


def tell_trouble(parent: QWidget, trouble: Trouble, *answers: Answer) -> None:
    """Show what went wrong and what helps, with what can be done about it."""
    offered = answers or (Answer("&Close", usual=True, escape=True),)
    ask(parent, trouble.sentence, trouble.remedy, *offered, grave=True)
