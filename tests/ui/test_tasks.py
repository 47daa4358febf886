"""One worker, answers in order, nobody is told who is gone."""

from collections.abc import Generator, Iterator
from threading import current_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from ui.tasks import InlineExecutor, Tasks


def never(error: Exception) -> None:
    raise AssertionError("no error was expected") from error


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_the_answer_comes_to_the_screens_thread(tasks: Tasks, qtbot) -> None:
    owner, seen = QObject(), []
    tasks.run(
        lambda: current_thread().name,
        lambda worker: seen.append((worker, current_thread().name)),
        never,
        owner,
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("shop")
    assert seen[0][1] == current_thread().name


def test_answers_come_in_the_order_asked(tasks: Tasks, qtbot) -> None:
    owner, seen = QObject(), []
    for number in range(20):
        tasks.run(lambda number=number: number, seen.append, never, owner)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_an_error_goes_to_failed(tasks: Tasks, qtbot) -> None:
    owner, seen = QObject(), []
    tasks.run(lambda: 1 // 0, lambda _: seen.append("done"), seen.append, owner)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)


def test_nobody_is_told_when_the_owner_is_gone(qapp: QApplication) -> None:
    tasks, owner, seen = Tasks(InlineExecutor()), QObject(), []
    tasks.run(lambda: 1, seen.append, never, owner)
    delete(owner)
    qapp.processEvents()
    assert seen == []


def test_even_a_finished_answer_never_comes_inside_the_call(qapp: QApplication) -> None:
    tasks, owner, seen = Tasks(InlineExecutor()), QObject(), []
    tasks.run(lambda: 1, seen.append, never, owner)
    assert seen == []
    qapp.processEvents()
    assert seen == [1]


def steps(count: int) -> Generator[int, None, str]:
    yield from range(count)
    return "the end"


def test_other_work_goes_between_two_steps(tasks: Tasks, qtbot) -> None:
    owner, order = QObject(), []

    def stepped(step: int) -> None:
        order.append(step)
        if step == 0:
            tasks.run(lambda: "in between", order.append, never, owner)

    tasks.run_in_steps(steps(5), stepped, order.append, never, owner)
    qtbot.waitUntil(lambda: "the end" in order)
    assert [one for one in order if isinstance(one, int)] == [0, 1, 2, 3, 4]
    assert order.index("in between") < order.index("the end")


def test_an_error_in_a_step_ends_it(qapp: QApplication) -> None:
    def broken() -> Generator[int, None, str]:
        yield 1
        raise ValueError("no more")

    tasks, owner, seen = Tasks(InlineExecutor()), QObject(), []
    tasks.run_in_steps(broken(), seen.append, seen.append, seen.append, owner)
    for _ in range(4):
        qapp.processEvents()
    assert seen[0] == 1
    assert isinstance(seen[1], ValueError)
