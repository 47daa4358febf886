"""The log that the program keeps, for tests: the process is as before afterwards."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator

import pytest


@pytest.fixture
def log_of_its_own(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the test changes of the whole process is put back."""
    root, opened = logging.getLogger(), []
    before = list(root.handlers)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(faulthandler, "enable", opened.append)
    yield
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()
    for file in opened:
        file.close()
