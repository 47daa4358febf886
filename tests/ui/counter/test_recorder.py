"""A visit is written once, however often it is asked for or has to be tried."""

from PySide6.QtWidgets import QApplication

from pos_companion.errors import BusyError, LimitReachedError, NotSavedError
from pos_companion.i18n import N_, Phrase
from pos_companion.services.record_visit import Recorded, VisitDeed
from ui.counter.recorder import Recorder
from ui.tasks import InlineExecutor, Tasks

ROSA = VisitDeed("visit-1", 7)
FULL = NotSavedError(N_("The disk is full."))
BUSY = BusyError(N_("Somebody is writing."))
GONE = LimitReachedError(N_("The last one has just gone."))


class Book:
    """Takes visits, or refuses them in the order told."""

    def __init__(self, *answers: Exception | None) -> None:
        self.answers = list(answers)
        self.written: list[str] = []
        self.said: list[object] = []
        self.recorder = Recorder(Tasks(InlineExecutor()), self.write)
        self.recorder.saved.connect(lambda deed, _done: self.said.append(("saved", deed.uid)))
        self.recorder.refused.connect(lambda deed, error: self.said.append((error, deed.uid)))
        self.recorder.waiting.connect(self.said.append)

    def write(self, deed: VisitDeed) -> Recorded:
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            raise answer
        self.written.append(deed.uid)
        return Recorded(deed.uid, deed.customer, Phrase("Bye"))

    def records(self, deed: VisitDeed = ROSA) -> None:
        self.recorder.record(deed)
        QApplication.processEvents()

    def tries_again(self) -> None:
        self.recorder.try_again()
        QApplication.processEvents()


def test_a_visit_is_written(qapp: QApplication) -> None:
    book = Book()
    book.records()
    assert book.said == [("saved", "visit-1")]
    assert not book.recorder.is_pending("visit-1")


def test_the_same_deed_asked_for_twice_is_written_once(qapp: QApplication) -> None:
    book = Book()
    book.recorder.record(ROSA)
    book.recorder.record(ROSA)
    QApplication.processEvents()
    assert book.written == ["visit-1"]


def test_it_is_tried_until_it_works(qapp: QApplication) -> None:
    book = Book(FULL, BUSY)
    book.records()
    assert book.said == [1]
    book.tries_again()
    book.tries_again()
    assert book.said == [1, 1, 0, ("saved", "visit-1")]
    assert book.written == ["visit-1"]


def test_a_late_second_try_of_a_saved_visit_is_not_told(qapp: QApplication) -> None:
    book = Book(FULL)
    book.records()
    book.recorder.try_again()
    book.recorder.try_again()
    QApplication.processEvents()
    assert book.said.count(("saved", "visit-1")) == 1


def test_two_that_wait_are_counted(qapp: QApplication) -> None:
    book = Book(FULL, FULL)
    book.records()
    book.records(VisitDeed("visit-2", 8))
    assert book.said == [1, 2]
    book.tries_again()
    assert book.written == ["visit-1", "visit-2"]


def test_what_will_never_work_is_refused_at_once(qapp: QApplication) -> None:
    book = Book(GONE)
    book.records()
    assert book.said == [(GONE, "visit-1")]
    assert not book.recorder.is_pending("visit-1")


def test_it_tries_by_itself(qapp: QApplication, qtbot) -> None:
    book = Book(BUSY)
    book.records()
    qtbot.waitUntil(lambda: book.written == ["visit-1"])
