"""What is done with segments on the page of rules."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from pos_companion.i18n import _, fill
from pos_companion.rules import Condition
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.segments import Segment
from pos_companion.services.segment_count import Counted, count_people
from pos_companion.services.segments import (
    SegmentChange,
    delete_segment,
    save_segment,
    segments_kept,
    undo_segment,
)
from ui.office.rules.room import RulesRoom
from ui.office.rules.segment_form import SegmentForm
from ui.office.rules.segment_list import SegmentList

_Counts = Callable[[tuple[Counted, ...]], None]


class SegmentDeeds(QObject):
    """Opens the list and the form; each deed happens at once, and is told with a way back.

    Args:
        page: the page of rules.
    """

    def __init__(self, page: RulesRoom) -> None:
        super().__init__(page.desk)
        self._page = page
        self._waits: QObject | None = None

    def ask(self) -> None:
        """Show every segment."""
        page = self._page
        page.do(partial(segments_kept, page.shop), self._show)

    def _show(self, segments: Sequence[Segment]) -> None:
        page = self._page
        if page.here is None:
            return
        shown = SegmentList(segments, page.here.choices)
        shown.begun.connect(lambda: self._write(Segment("", "", AllOf(())), None))
        shown.opened.connect(lambda segment: self._write(segment, segment))
        shown.dropped.connect(self._drop)
        shown.closed.connect(page.escape)
        self._open(shown)
        (shown.back if segments else shown.new).setFocus()
        meanings = [one.when for one in segments]
        self._count(shown, meanings, lambda counts: shown.show_counts(segments, counts))

    def _write(self, segment: Segment, seen: Segment | None) -> None:
        page = self._page
        if page.here is None:
            return
        form = SegmentForm(segment, page.here.choices)
        form.asked.connect(
            lambda when: self._count(form, [when], lambda found: form.show_count(when, found[0]))
        )
        form.kept.connect(lambda wanted: self._keep(wanted, seen))
        form.closed.connect(self.ask)
        self._open(form)
        form.begin()

    def _count(self, shown: QWidget, meanings: list[Condition], done: _Counts) -> None:
        """A count asked for later makes an earlier one stop: nobody waits for it any more."""
        page, waits = self._page, QObject(shown)
        before, self._waits = self._waits, waits
        if before is not None and isValid(before):
            before.deleteLater()
        page.tasks.run_in_steps(
            count_people(page.shop, meanings), _go_on, done, page.notices.show_error, waits
        )

    def _keep(self, wanted: Segment, seen: Segment | None) -> None:
        self._do(partial(save_segment, self._page.shop, wanted, seen), _("{segment} is kept."))

    def _drop(self, segment: Segment) -> None:
        work = partial(delete_segment, self._page.shop, segment.id)
        self._do(work, _("{segment} is taken away."))

    def _do(self, work: Callable[[], SegmentChange], text: str) -> None:
        self._page.do(work, lambda change: self._on_done(change, text))

    def _on_done(self, change: SegmentChange, text: str) -> None:
        page = self._page
        said = fill(text, segment=change.segment.name)
        page.done(said, partial(undo_segment, page.shop, change))
        self.ask()

    def _open(self, widget: QWidget) -> None:
        self._page.desk.show_beside(widget)
        self._page.show_panes()


def _go_on(_step: object) -> None:
    """Nobody needs to know how far it is."""
