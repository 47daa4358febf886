"""Answers: one line to ask in, and what to say in big words. No search is a dead end."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, NearDay, Phrase, _, fill, isolated, words
from pos_companion.model.answers import ShopAnswer
from pos_companion.services.answers import Found
from ui.counter.sheets.answer_forms import AskForm, Asking, DoubtForm, WriteForm
from ui.kit import Button, Flow, IconLine, Panel, SearchField, Sheet, Text, Tile

_COALESCE_MS = 16
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AnswersSheet(Sheet):
    """The first answer found is open in place; a tap opens another one.

    Args:
        asking: who can find out, and for whom.

    Attributes:
        line: the field.
        rows: the other answers and the open questions, in their order.
        form: what is being filled in; None else.

    Signals:
        asked: the text to look for; keys that come together are one.
        question_kept: an `Asked`.
        answer_written: an `AnswerDraft`.
        doubted: a `Doubt`.
        confirmed: the id of an answer that is right as of today.
        dropped: the id of an answer or a question to take out.
    """

    personal = False
    asked = Signal(str)
    question_kept = Signal(object)
    answer_written = Signal(object)
    doubted = Signal(object)
    confirmed = Signal(int)
    dropped = Signal(int)

    def __init__(self, asking: Asking) -> None:
        super().__init__(_("What do they want to know?"), _("Back"))
        self._asking = asking
        self._names_people = True
        self._say_back()
        self._found = Found("", (), (), asking.today)
        self._open = 0
        self._waits_for = ""
        self.rows: list[Tile] = []
        self.form: QWidget | None = None
        self.line = SearchField(_("Ask in their words: hours, nuts, returns…"), "search")
        self._soon = QTimer(self, singleShot=True, interval=_COALESCE_MS)
        self._soon.timeout.connect(lambda: self.asked.emit(self.line.text()))
        self.line.edited.connect(lambda _text: self._soon.start())
        self.line.submitted.connect(self._on_submitted)
        self.line.edit.installEventFilter(self)
        self.add(self.line)

    def start(self) -> None:
        """Give the keyboard to the line, and ask for what there is."""
        self.line.edit.setFocus()
        self.asked.emit(self.line.text())

    def flush(self) -> None:
        """Ask for what is typed now, if that has not been done yet."""
        if self._soon.isActive():
            self._soon.stop()
            self.asked.emit(self.line.text())

    def show_answers(self, found: Found) -> None:
        """Show what was found; an answer to an older text is not shown."""
        if found.text != self.line.text().strip():
            return
        self._found, self._open = found, 0
        self._draw()
        if self._waits_for and self._waits_for == found.text:
            self._ask_if_nothing()

    def set_quiet(self, hides: bool) -> None:
        """What the shop knows may be seen; who asks, and whose card is open, may not."""
        self._names_people = not hides
        self._say_back()
        if self.form is None:
            self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The arrows open the next answer instead of scrolling."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._walk(_STEPS.get(event.key(), 0))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes an open form, then the sheet."""
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            self._draw()
            self.line.edit.setFocus()
        else:
            super().keyPressEvent(event)

    def _say_back(self) -> None:
        name = self._asking.customer if self._names_people else ""
        self.back.setText(fill(_("Back to {name}"), name=name) if name else _("Back"))

    def _walk(self, by: int) -> bool:
        """Open the next answer, or the one before; False when there is nothing to walk through."""
        if not by or self.form is not None or not self._found.text or not self._found.answers:
            return False
        self._open_at(min(max(self._open + by, 0), len(self._found.answers) - 1))
        return True

    def _draw(self) -> None:
        self._clear()
        found = self._found
        if found.waiting:
            self._put(Text(_("We still find out"), "label", "ink2"))
        for question in found.waiting:
            self._put(self._waiting(question))
        for at, answer in enumerate(found.answers):
            is_open = at == self._open and bool(found.text)
            self._put(self._said(answer) if is_open else self._row(at, answer))
        if found.text and not found.answers:
            self._put(self._nothing(found.text))
        elif found.text:
            self._put(self._ask_button(found.text, "ghost"))

    def _said(self, answer: ShopAnswer) -> Panel:
        """The open answer: what to say first, and biggest."""
        panel = Panel("brand", isolated(answer.question), "message-circle")
        panel.keep_disc_at_top()
        panel.add(Text(words(Phrase(N_("“{words}”"), {"words": answer.say})), "title"))
        if answer.details:
            panel.add(Text(isolated(answer.details), "small", "ink2"))
        if answer.needs_check(self._asking.today):
            panel.add(IconLine("circle-alert", _checked(answer, self._asking.today), "small",
                               ("warn", "warn")))  # fmt: skip
        actions = Flow()
        if answer.needs_check(self._asking.today):
            right = Button(_("It is right"), "soft", "check")
            right.clicked.connect(lambda: self.confirmed.emit(answer.id))
            actions.add(right)
        wrong = Button(_("They say this is wrong"), "ghost", "circle-alert")
        wrong.clicked.connect(lambda: self._show_doubt(answer))
        change = Button(_("Change it"), "ghost", "pencil")
        change.clicked.connect(lambda: self._show_write(answer))
        for button in (wrong, change):
            actions.add(button)
        panel.add(actions)
        return panel

    def _row(self, at: int, answer: ShopAnswer) -> Tile:
        row = Tile("control")
        row.setText(answer.question)
        row.panel.add_beside(Text(isolated(answer.question), "strong"))
        row.panel.add_beside(Text(isolated(answer.say), "small", "ink2"))
        row.clicked.connect(lambda: self._open_at(at))
        self.rows.append(row)
        return row

    def _waiting(self, question: ShopAnswer) -> Tile:
        due = question.due or self._asking.today
        values = {
            "who": question.owner,
            "day": NearDay(due, self._asking.today),
            "name": question.asked_by,
        }
        text = N_("{who} finds out · due {day}")
        if question.asked_by and self._names_people:
            text = N_("For {name} · {who} finds out · due {day}")
        line = words(Phrase(text, values))
        row = Tile("warn" if due < self._asking.today else "control")
        row.setText(f"{question.question}. {line}")
        row.panel.add_beside(Text(isolated(question.question), "strong"))
        if question.doubt:
            row.panel.add_beside(Text(isolated(question.doubt), "small"))
        row.panel.add_beside(Text(line, "small", "ink2"))
        row.clicked.connect(lambda: self._take_up(question))
        self.rows.append(row)
        return row

    def _take_up(self, question: ShopAnswer) -> None:
        """Write what nobody knew; what is only doubted is shown first."""
        if question.is_known:
            self._look_for(question.question)
        else:
            self._show_write(question)

    def _look_for(self, text: str) -> None:
        self.line.set_text(text)
        self.asked.emit(text)

    def _nothing(self, text: str) -> Panel:
        panel = Panel("surface", _("Nobody has written that down yet"), "circle-help")
        panel.keep_disc_at_top()
        panel.add(Text(words(Phrase(N_("“{words}”"), {"words": _("Let me find out for you.")})),
                       "title"))  # fmt: skip
        actions = Flow()
        actions.add(self._ask_button(text, "primary"))
        write = Button(_("Write the answer"), "soft", "pencil")
        write.clicked.connect(lambda: self._show_write(ShopAnswer(0, text)))
        actions.add(write)
        panel.add(actions)
        return panel

    def _ask_button(self, text: str, kind: str) -> Button:
        key = "Enter" if kind == "primary" else None
        ask = Button(_("Ask and get back to them"), kind, "hand-heart", key)
        ask.clicked.connect(lambda: self._show_ask(text))
        return ask

    def _show_ask(self, text: str) -> None:
        form = AskForm(text, self._asking)
        form.kept.connect(self.question_kept)
        self._show_form(form, form.question.edit if self._asking.is_open else form.asked_by.edit)

    def _show_doubt(self, answer: ShopAnswer) -> None:
        form = DoubtForm(answer, self._asking)
        form.kept.connect(self.doubted)
        self._show_form(form, form.what.edit)

    def _show_write(self, answer: ShopAnswer) -> None:
        form = WriteForm(answer)
        form.kept.connect(self.answer_written)
        if answer.id:
            away = Button(_("Take it out"), "ghost", "trash-2")
            away.clicked.connect(lambda: self.dropped.emit(answer.id))
            form.add(away)
        self._show_form(form, form.say.edit)

    def _show_form(self, form: QWidget, first: QWidget) -> None:
        self._clear()
        self._put(form)
        self.form = form
        first.setFocus()
        self.body.to_top()

    def _open_at(self, at: int) -> None:
        if not self._found.text:
            self._look_for(self._found.answers[at].question)
            return
        self._open = at
        self._draw()

    def _put(self, widget: QWidget) -> None:
        self.add(widget)
        widget.show()

    def _clear(self) -> None:
        """Take everything out but the line."""
        self.rows, self.form = [], None
        for widget in self.body.widgets():
            if widget is not self.line:
                self.body.column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _on_submitted(self, text: str) -> None:
        """Enter: where nothing is found, somebody finds out; an answer may still be on its way."""
        self._waits_for = text.strip()
        self.flush()
        if self._found.text == self._waits_for:
            self._ask_if_nothing()

    def _ask_if_nothing(self) -> None:
        self._waits_for = ""
        if self._found.text and not self._found.answers and self.form is None:
            self._show_ask(self._found.text)


def _checked(answer: ShopAnswer, today: date) -> str:
    """Why it says check."""
    if answer.doubt:
        values: dict[str, object] = {"what": answer.doubt, "who": answer.owner}
        return words(Phrase(N_("Please check: they said “{what}”. {who} makes sure."), values))
    if answer.verified_on is None:
        return _("Please check: nobody has made sure of this yet.")
    values = {"day": NearDay(answer.verified_on, today)}
    return words(Phrase(N_("Please check: last verified {day}."), values))
