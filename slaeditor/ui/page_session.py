"""The session as one page has it: a page that nobody sees hears nothing of what changes."""

from __future__ import annotations

from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

from slaeditor.rules.changes import changes
from slaeditor.session.session import Session


class PageSession(Session):
    """Gives everything on to the session of the window; passes on what that says only when asked.

    After `rest` neither `changed` nor `checked` nor `stepped` is heard. `listen` tells once what
    became of the project and of what was found since, as one change, and passes on all that
    follows. Between the two the project is none the less the one that there is.
    """

    def __init__(self, whole: Session) -> None:
        """Listen to the session of a window; it keeps this one unless somebody else does."""
        QObject.__init__(self, whole)  # what a session of its own would keep is the whole's
        self._whole = whole
        self._listens = False
        self._seen = whole.project
        self._told = whole.found, whole.is_checked
        self.troubled.connect(whole.troubled)
        self.listen()

    @property
    def whole(self) -> Session:
        """The session of the window."""
        return self._whole.whole

    @property
    def listens(self) -> bool:
        """Whether what changes is heard."""
        return self._listens

    def listen(self) -> None:
        """Tell what was missed, and pass on what follows."""
        if self._listens:
            return
        self._listens = True
        self._whole.changed.connect(self.changed)
        self._whole.checked.connect(self.checked)
        self._whole.stepped.connect(self.stepped)
        missed = changes(self._seen, self._whole.project)
        if missed:
            self.changed.emit(missed)
        if self._told != (self._whole.found, self._whole.is_checked):
            self.checked.emit(self._whole.found)

    def rest(self) -> None:
        """Pass nothing on from now, and remember what was heard last."""
        if not self._listens:
            return
        self._listens = False
        self._whole.changed.disconnect(self.changed)
        self._whole.checked.disconnect(self.checked)
        self._whole.stepped.disconnect(self.stepped)
        self._seen = self._whole.project
        self._told = self._whole.found, self._whole.is_checked

    def follow(self, *, seen: bool) -> None:
        """Listen while what it is for is seen, else rest."""
        if seen:
            self.listen()
        else:
            self.rest()


def _given_on(name: str, member: Any) -> Any:
    """Return a member of a session that asks the session of the window."""
    if isinstance(member, property):
        return property(
            lambda page: getattr(page.whole, name),
            member.fset and (lambda page, value: setattr(page.whole, name, value)),
            doc=member.__doc__,
        )

    @wraps(member)
    def asked(page: PageSession, *words: Any, **named: Any) -> Any:
        return getattr(page.whole, name)(*words, **named)

    return asked


for _name, _member in vars(Session).items():
    _is_asked = isinstance(_member, property | FunctionType) and not _name.startswith("_")
    if _is_asked and _name not in vars(PageSession):
        setattr(PageSession, _name, _given_on(_name, _member))
