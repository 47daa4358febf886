"""What the shop knows, and who finds out what it does not."""

from collections.abc import Callable
from functools import partial

from pos_companion.i18n import N_, _, fill
from pos_companion.services.answers import (
    AnswerChange,
    AnswerDraft,
    confirm_answer,
    doubt_answer,
    drop_answer,
    find_answers,
    keep_question,
    take_back_answer,
    write_answer,
)
from pos_companion.services.concerns import ConcernChange, ask_for_them, colleagues, take_back
from ui.counter.errands import Errand
from ui.counter.sheets.answer_forms import Asked, Asking, Doubt
from ui.counter.sheets.answers import AnswersSheet


class Answers(Errand):
    """One line to ask in; what nobody knows is found out by somebody."""

    key = "F7"
    label = N_("answers: hours, allergens, returns…")

    def start(self) -> None:
        """Open the line."""
        self.desk.run(partial(colleagues, self.shop), self._open)

    def _open(self, names: tuple[str, ...]) -> None:
        called = self.visit.found.card.customer.called if self.visit is not None else ""
        asking = Asking(
            self.shop.today, names, self.shop.staff, called, is_open=self.visit is not None
        )
        sheet = AnswersSheet(asking)
        sheet.asked.connect(partial(self._look_for, sheet))
        sheet.question_kept.connect(self._keep)
        sheet.answer_written.connect(self._write)
        sheet.doubted.connect(self._doubt)
        sheet.confirmed.connect(self._confirm)
        sheet.dropped.connect(self._drop)
        self.desk.open(sheet)
        sheet.start()

    def _look_for(self, sheet: AnswersSheet, text: str) -> None:
        work = partial(find_answers, self.shop, text)
        self.journey.tasks.run(work, sheet.show_answers, self.desk.refused, sheet)

    def _keep(self, asked: Asked) -> None:
        if self.visit is None:
            by = (asked.asked_by, asked.owner, asked.due)
            work = partial(keep_question, self.shop, asked.question, *by)
            self._do(work, _("{owner} finds out: {question}"))
            return
        customer = self.visit.found.card.customer.id
        work_for = partial(
            ask_for_them, self.shop, customer, asked.question, asked.owner, asked.due
        )
        self.desk.run(work_for, self._on_promised)

    def _on_promised(self, change: ConcernChange) -> None:
        self.desk.close()
        text = fill(
            _("{owner} finds out: {question}"),
            owner=change.after.owner,
            question=change.after.title,
        )
        self.desk.done(text, partial(take_back, self.shop, change))

    def _write(self, draft: AnswerDraft) -> None:
        self._do(partial(write_answer, self.shop, draft), _("Answer kept: {question}"))

    def _doubt(self, doubt: Doubt) -> None:
        work = partial(doubt_answer, self.shop, doubt.answer, doubt.what, doubt.owner, doubt.due)
        self._do(work, _("{owner} makes sure: {question}"))

    def _confirm(self, answer: int) -> None:
        self._do(partial(confirm_answer, self.shop, answer), _("Still right: {question}"))

    def _drop(self, answer: int) -> None:
        self._do(partial(drop_answer, self.shop, answer), _("Taken out: {question}"))

    def _do(self, work: Callable[[], AnswerChange], said: str) -> None:
        def done(change: AnswerChange) -> None:
            known = change.after or change.before
            self.desk.close()
            if known is not None:
                text = fill(said, question=known.question, owner=known.owner)
                self.desk.done(text, partial(take_back_answer, self.shop, change))

        self.desk.run(work, done)
