"""Follows a server while a window is open: on a thread of its own, which nobody waits for.

A key that is pressed finds the till's file as it was a moment ago, at most a second. The thread
has its own connections, to the server and to the file; it touches nothing else of the program.
"""

import logging
import time
from threading import Condition, Thread
from typing import Any

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from pos_companion.errors import CompanionError
from pos_companion.storage.catching_up import CatchingUp

EVERY = 1.0
"""Seconds after which a till hears of what other tills have written."""
AGAIN = 5.0
"""Seconds until a server that did not answer is tried again."""
PATIENCE = 2.0
"""Seconds that somebody waits at most to find what they have just saved."""
_END = 3.0

_log = logging.getLogger(__name__)


class Following:
    """The thread.

    Args:
        catching_up: does the work.
        databases: whose connections of this thread are closed at the end.

    Attributes:
        is_cut_off: the last try was in vain.
        heard: when the last one was not, in seconds UTC; None before it.
    """

    def __init__(self, catching_up: CatchingUp, databases: tuple[Any, ...]) -> None:
        self._catching_up = catching_up
        self._databases = databases
        self._told = Condition()
        self._asked = self._done = 0
        self._ends = False
        self._thread: Thread | None = None
        self.is_cut_off = False
        self.heard: float | None = None

    @property
    def is_at_work(self) -> bool:
        """Whether the thread runs."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Begin; nothing when it has begun."""
        if not self.is_at_work:
            self._ends = False
            self._thread = Thread(target=self._run, name="following", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Stop; a thread that hangs on a dead line is left behind."""
        with self._told:
            self._ends = True
            self._told.notify_all()
        if self._thread is not None:
            self._thread.join(_END)
            self._thread = None

    def ask(self) -> int:
        """Have it follow now; returns what to wait for."""
        with self._told:
            self._asked += 1
            self._told.notify_all()
            return self._asked

    def wait(self, asked: int) -> None:
        """Wait until it has followed what was saved before it was asked; not for ever."""
        with self._told:
            self._told.wait_for(lambda: self._done >= asked or self._is_in_vain, PATIENCE)

    def once(self) -> bool:
        """Follow on this thread; returns whether the server answered."""
        try:
            self._catching_up.catch_up()
        except (CompanionError, peewee.DatabaseError, sqlcipher.DatabaseError) as error:
            if not self.is_cut_off:
                _log.warning("what other tills write is not followed: %s", error)
            self.is_cut_off = True
            return False
        self.is_cut_off, self.heard = False, time.time()
        return True

    @property
    def _is_in_vain(self) -> bool:
        return self.is_cut_off or self._ends or self._catching_up.progress is not None

    def _run(self) -> None:
        try:
            while not self._ends:
                asked = self._asked
                self.once()
                with self._told:
                    self._done = asked
                    self._told.notify_all()
                    pause = AGAIN if self.is_cut_off else EVERY
                    self._told.wait_for(lambda: self._ends or self._asked > self._done, pause)
        finally:
            for one in self._databases:
                if not one.is_closed():
                    one.close()
