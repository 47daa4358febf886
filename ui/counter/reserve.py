"""While a visit waits because the disk is full: one tap gives it the reserve."""

from functools import partial

from PySide6.QtCore import QObject

from pos_companion.i18n import _
from pos_companion.services.reserve import reserve_helps, use_reserve
from ui.counter.journey import Journey
from ui.notices import Notices


class Reserve(QObject):
    """Of one page; offers its way out in the bar that says what is not saved.

    Args:
        journey: tells how many visits wait.
        notices: the bar of its page.
    """

    def __init__(self, journey: Journey, notices: Notices) -> None:
        super().__init__(notices)
        self._journey, self._notices = journey, notices
        journey.waiting.connect(self._on_waiting)

    def _on_waiting(self, count: int, _why: str) -> None:
        if count:
            work = partial(reserve_helps, self._journey.shop)
            self._journey.tasks.run(work, self._on_known, self._notices.show_error, self)

    def _on_known(self, helps: bool) -> None:
        if helps:
            self._notices.help_unsaved(_("Use the reserve"), self._use)

    def _use(self) -> None:
        work = partial(use_reserve, self._journey.shop)
        self._journey.tasks.run(
            work, lambda _nothing: self._journey.try_again(), self._notices.show_error, self
        )
