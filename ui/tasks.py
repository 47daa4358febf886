"""Work off the screen's thread: one worker, answers in the order asked.

One thread for the whole till: an old search cannot overwrite a new one, there is one database
connection, and nothing needs a lock. Answers always come through a queued signal, because a
future that is already finished would otherwise call back inside the call that asked.
"""

import logging
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from pos_companion.services.in_words import in_words

Result = TypeVar("Result")
Step = TypeVar("Step")

log = logging.getLogger(__name__)


class InlineExecutor(Executor):
    """Does the work at once, on the thread that asked; for tests."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run it now; the future is finished when it comes back."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - a future carries whatever went wrong
            future.set_exception(error)
        return future


@dataclass(frozen=True)
class _Answer:
    """What comes back over the thread border: the future, and whom to tell."""

    future: Future[Any]
    tell: Callable[[Any], None]
    failed: Callable[[Exception], None]
    owner: QObject


class _Finished:
    """The return value of a generator that has no more steps."""

    def __init__(self, value: object) -> None:
        self.value = value


class Tasks(QObject):
    """Runs work on the one worker and brings the answer to the screen.

    `work` touches `pos_companion` only; `done` and `failed` touch widgets only. When `owner` is
    gone, neither is called.
    """

    _answered = Signal(object)

    def __init__(self, executor: Executor | None = None) -> None:
        super().__init__()
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="shop")
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        """Do one thing on the worker.

        Args:
            work: what to do; its arguments bound with `partial`.
            done: gets the result, on the screen's thread.
            failed: gets the error instead, on the screen's thread.
            owner: when it is gone by then, nobody is told.
        """
        self._submit(work, done, failed, owner)

    def run_in_steps(
        self,
        steps: Generator[Step, None, Result],
        stepped: Callable[[Step], None],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        """Do long work on the worker; whatever else waits goes first between two yields.

        Args:
            steps: a generator; what it yields is progress, what it returns is the result.
            stepped: gets each yielded value, on the screen's thread.
            done: gets the result, on the screen's thread.
            failed: gets the error instead, on the screen's thread.
            owner: when it is gone, the work stops at its next step and nobody is told.
        """

        def told(step: Any) -> None:
            if isinstance(step, _Finished):
                done(step.value)  # type: ignore[arg-type]
                return
            stepped(step)
            self._submit(one_step, told, failed, owner)

        def one_step() -> Any:
            try:
                return next(steps)
            except StopIteration as end:
                return _Finished(end.value)

        self._submit(one_step, told, failed, owner)

    def close(self) -> None:
        """Finish what was asked, then let the worker go; nobody is told any more."""
        self._executor.shutdown(wait=True)

    def _submit(
        self,
        work: Callable[[], Any],
        tell: Callable[[Any], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        future = self._executor.submit(in_words, work)
        future.add_done_callback(
            lambda done: self._answered.emit(_Answer(done, tell, failed, owner))
        )

    @Slot(object)
    def _on_answered(self, answer: _Answer) -> None:
        if not isValid(answer.owner) or answer.future.cancelled():
            return
        error = answer.future.exception()
        if error is None:
            answer.tell(answer.future.result())
        elif isinstance(error, Exception):
            answer.failed(error)
        else:
            raise error
