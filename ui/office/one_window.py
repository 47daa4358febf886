"""One window on the same records: a second start calls the first to the front, and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500


class OneWindow(QObject):
    """Listens for later starts on the same folder.

    Signals:
        called: somebody started the program again.
    """

    called = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_called)
        # The lock of the folder is ours, so whatever has this name was left by a crash.
        QLocalServer.removeServer(_name(folder))
        self._server.listen(_name(folder))

    def stop(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _on_called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnectFromServer()
            self.called.emit()


def call_first(folder: Path) -> bool:
    """Call the window that has a folder to the front; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    answered = socket.waitForConnected(_PATIENCE_MS)
    socket.abort()
    return answered


def _name(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"pos-companion-{digest[:24]}"
