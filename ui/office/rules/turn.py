"""One small choice is open at a time, wherever it opened."""

from collections.abc import Callable


class Turn:
    """Whose choice is open."""

    def __init__(self) -> None:
        self._close: Callable[[], None] | None = None

    def take(self, close: Callable[[], None]) -> None:
        """Open here; what was open elsewhere is closed."""
        self.end()
        self._close = close

    def end(self) -> bool:
        """Close what is open; False when nothing was."""
        close, self._close = self._close, None
        if close is not None:
            close()
        return close is not None
