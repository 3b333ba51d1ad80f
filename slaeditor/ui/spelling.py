"""Spelling of the texts somebody writes: wavy lines, suggestions, words of one's own.

Nothing is looked up while somebody types: after a short quiet, words are judged in slices of a few
milliseconds, and each word only once. The dictionary is read beside the window.
"""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.rules.changes import Changes
from slaeditor.rules.spelled_words import NAMED, about, knows, own_words, with_own_word
from slaeditor.session.dictionary import Dictionary, dictionary
from slaeditor.session.session import Session
from slaeditor.ui.settings import settings

QUIET = 300
"""Milliseconds without a key after which words are judged."""
QUIET_BEFORE_READING = 900
"""Milliseconds without a key after which a dictionary is read for the first time."""
SLICE = 0.004
"""Seconds of one slice of judging."""
SETTING = "spelling"


class Spelling(QObject):
    """Judges words for all texts of a session; `judged` says that some are known to be wrong."""

    judged = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.on = str(settings().value(SETTING, "on")) == "on"
        self._language = ""
        self._dictionary: Dictionary | None = None
        self._own: frozenset[str] = frozenset()
        self._stale = True
        self._right: dict[str, bool] = {}
        self._waiting: deque[str] = deque()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._judge_some)
        session.changed.connect(self._changed)

    def _changed(self, made: Changes) -> None:
        if made.touch("document", "glossary", *NAMED):
            self._stale = True
            self.wait()

    def is_wrong(self, word: str) -> bool:
        """Return whether a word is known to be wrong; one not seen before is judged soon."""
        if not self.on:
            return False
        if word not in self._right:
            self._right[word] = True
            self._waiting.append(word)
            self.wait()
        return not self._right[word]

    def wait(self) -> None:
        """Begin the quiet anew, since a key was pressed."""
        if self.on and (self._waiting or (self._stale and self._language)):
            self._quiet.start(QUIET if self._language else QUIET_BEFORE_READING)

    def judge_all(self) -> None:
        """Judge every word that waits, at once."""
        while self._waiting or self._stale:
            if self._stale:
                self._read_own()
            self._judge_by(self._dictionary or dictionary(self._language))
        self._quiet.stop()

    def _judge_some(self) -> None:
        """Judge words until the slice is over, as soon as there is a dictionary to judge by."""
        if self.session.is_over:
            return
        if self._stale:
            self._stale = False
            self.session.work_out(_read, self._take_own)
        elif self._dictionary is not None:
            self._judge_by(self._dictionary)
        elif self._waiting:
            language = self._language
            self.session.work_out(lambda _project: dictionary(language), self._judge_with)

    def _judge_with(self, read: Dictionary) -> None:
        """Go on with a dictionary that was read, unless another is wanted by now."""
        if read.language == self._language:
            self._dictionary = read
            self._quiet.start(0)

    def _judge_by(self, read: Dictionary) -> None:
        """Judge words until the slice is over; the rest follows when nothing else is to do."""
        until = time.monotonic() + SLICE
        other = False
        while self._waiting and time.monotonic() < until:
            word = self._waiting.popleft()
            right = knows(self._own, word) or read.knows(word)
            other = other or right is not self._right.get(word, True)
            self._right[word] = right
        if other:
            self.judged.emit()
        if self._waiting:
            self._quiet.start(0)

    def _read_own(self) -> None:
        """Read language and own words now."""
        self._stale = False
        self._take_own(_read(self.session.project))

    def _take_own(self, read: tuple[str, frozenset[str]]) -> None:
        """Judge by language and own words from now on; judge anew what was judged by others."""
        language, own = read
        other, self._own = own ^ self._own, own
        if language == self._language:
            again = (word for word in self._right if other and about(other, word))
            self._waiting.extend(again)
        else:
            self._language, self._dictionary = language, None
            self._waiting.clear()
            self._right.clear()
            self.judged.emit()
        if self._waiting:
            self._quiet.start(0)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant."""
        if self._stale:
            self._read_own()
        return dictionary(self._language).suggestions(word)

    def learn(self, word: str) -> None:
        """Add a word to those of the project, as one step."""
        self.session.seal()
        project = with_own_word(self.session.project, word)
        self.session.edit(project, f"Add “{word}” to the project's words")
        self.session.seal()

    def switch(self, *, on: bool) -> None:
        """Check spelling or leave it, from now on and in the next sessions."""
        self.on = on
        settings().setValue(SETTING, "on" if on else "off")
        self.judged.emit()


def _read(project: Project) -> tuple[str, frozenset[str]]:
    """Return the language of a project and the words that are its own."""
    return str(project.the(Document).language.word), own_words(project)


def spelling_of(session: Session) -> Spelling:
    """Return what judges the words of a session, made when it is first wanted."""
    whole = session.whole
    found = whole.findChild(Spelling)
    return found if isinstance(found, Spelling) else Spelling(whole)
