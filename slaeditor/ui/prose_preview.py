"""A text as the handbook prints it, shown while it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QTextBrowser

from slaeditor.model.document import Document
from slaeditor.session.session import Session
from slaeditor.ui import theme

QUIET = 120
"""Milliseconds without a key after which the text is set anew."""
STYLE = (
    "body {{ color: {text}; }} a {{ color: {accent}; }} "
    "th, td {{ border: 1px solid {border}; padding: 3px 8px; }} "
    "blockquote {{ color: {muted}; }} code {{ background-color: {sunken}; }}"
)


class ProsePreview(QTextBrowser):
    """Shows one text through the handbook's own reading of Markdown."""

    def __init__(self, label: str, session: Session) -> None:
        super().__init__()
        self._session = session
        self._words = ""
        self.setAccessibleName(f"{label}, as it is printed")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self.refresh)

    def show_words(self, words: str) -> None:
        """Show other words after a short quiet."""
        if words != self._words:
            self._words = words
            self._quiet.start()

    def refresh(self) -> None:
        """Set the words at once; what cannot be printed is said in a sentence."""
        from slaeditor.publish.render.markdown import prose
        from slaeditor.publish.trouble import ProseTrouble

        language = str(self._session.project.the(Document).language.word)
        try:
            html = str(prose(self._words, language=language, source="this field"))
        except ProseTrouble as trouble:
            self.setPlainText(f"{trouble.sentence} {trouble.remedy}")
            return
        worn = theme.tokens()
        colours = {name: getattr(worn, name) for name in ("text", "accent", "border", "muted")}
        self.document().setDefaultStyleSheet(STYLE.format(sunken=worn.sunken, **colours))
        self.setHtml(html)
