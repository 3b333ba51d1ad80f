"""One program for one user: a second start hands its files to the first and ends.

What comes over the socket are paths and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1500
"""Milliseconds to wait for the first program; it may be busy with a question of the system."""
LARGEST = 100_000
_TAKEN = b"taken\n"


def hand_over(name: str, paths: Sequence[Path]) -> bool:
    """Hand files to a program that runs already; say whether one took them."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    words = json.dumps([str(path.absolute()) for path in paths]).encode() + b"\n"
    socket.write(words)
    socket.flush()
    answered = socket.waitForReadyRead(PATIENCE)
    taken = answered and bytes(socket.readAll().data()) == _TAKEN
    socket.disconnectFromServer()
    return taken


class Listener(QObject):
    """Hears what later starts want; `asked` brings their files, perhaps none."""

    asked = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Listen under a name; a socket that a crash left is taken over."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._heard: dict[QLocalSocket, bytes] = {}
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listening(self) -> bool:
        """Whether later starts can be heard; where they cannot, each runs by itself."""
        return self._server.isListening()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._heard[socket] = b""
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(self._forget)
            self._listen_to(socket)

    def _hear(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._listen_to(socket)

    def _listen_to(self, socket: QLocalSocket) -> None:
        heard = self._heard.get(socket, b"") + bytes(socket.readAll().data())
        self._heard[socket] = heard
        if len(heard) > LARGEST:
            socket.abort()
        elif heard.endswith(b"\n"):
            paths = asked_paths(heard)
            if paths is not None:
                socket.write(_TAKEN)
                socket.flush()
                self.asked.emit(paths)
            self._heard[socket] = b""

    def _forget(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._heard.pop(socket, None)
            socket.deleteLater()


def asked_paths(words: bytes) -> list[Path] | None:
    """Return the files that a message names; None when it is no message of ours."""
    try:
        told = json.loads(words)
    except ValueError:
        return None
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        return None
    return [Path(one) for one in told]
