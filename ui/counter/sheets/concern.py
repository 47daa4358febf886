"""What we owe somebody: the words to say, three steps, and what happened so far."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import N_, Phrase, _, dated_day, fill, isolated, words
from pos_companion.insight.concern_words import happened, looked_after, missed, to_say
from pos_companion.model.card import CustomerCard
from pos_companion.model.care import Concern
from ui.counter.sheets.concern_steps import AnotherDayStep, HandOverStep, NewsStep, Step
from ui.counter.sheets.weight_chip import WeightChip
from ui.kit import Avatar, Button, IconLine, Panel, Sheet, Text, Tile, tint_for
from ui.panels.head import initials
from ui.theme import theme


class ConcernSheet(Sheet):
    """One concern.

    Args:
        names: colleagues it can be handed to; may be empty, a name can always be typed.

    Attributes:
        now, later, hand: the three steps, keys 1 to 3.
        news: writes down what happened.

    Signals:
        put_right: the concern was put right just now.
        promised: an `AnotherDay`.
        handed: a `HandOver`.
        noted: a `News`.
        weighed(object): the `Severity` it has now.
        other_chosen: another `Concern` of theirs, to look at instead.
        another_asked: something else went wrong and is to be written down.
    """

    put_right = Signal(object)
    promised = Signal(object)
    handed = Signal(object)
    noted = Signal(object)
    weighed = Signal(object)
    other_chosen = Signal(object)
    another_asked = Signal()

    def __init__(self, concern: Concern, card: CustomerCard, names: Sequence[str] = ()) -> None:
        back = fill(_("Back to {name}"), name=card.customer.called) if card.customer.called else ""
        super().__init__(concern.title, back or _("Back to the card"))
        self._concern = concern
        self.title.hide()
        self.add(_Head(concern, card))
        late = missed(concern, card.today)
        if late is not None:
            self.add(IconLine("circle-alert", words(late), "small", ("warn", "warn")))
        said = Panel("brand")
        said.set_heading("")
        said.add_beside(
            Text(words(Phrase(N_("“{words}”"), {"words": to_say(concern, card.today)})))
        )
        self.add(said)
        right = (_("Put right now"), _("Given today, the promise is kept"))
        if concern.is_question:
            right = (_("Answered now"), _("Told today, the promise is kept"))
        self.now = Step(right, "circle-check", "1")
        self.later = AnotherDayStep(concern, card.today)
        self.hand = HandOverStep(concern, names)
        self.news = NewsStep(concern)
        self._add_steps()
        if concern.log:
            self.add(_SoFar(concern, card))
        self.add(self.news)
        self.weight = WeightChip(concern.severity)
        self.weight.serious.toggled.connect(lambda _on: self.weighed.emit(self.weight.severity()))
        self.add(self.weight)
        self._add_others([one for one in card.concerns if one != concern])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 3 take a step; Esc closes an open form, then the sheet."""
        step = self._by_key.get(Qt.Key(event.key()))
        if step is not None and not event.isAutoRepeat():
            step.taken.emit()
        elif event.key() == Qt.Key.Key_Escape and self._fold():
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def _add_steps(self) -> None:
        self._by_key = {
            Qt.Key.Key_1: self.now,
            Qt.Key.Key_2: self.later,
            Qt.Key.Key_3: self.hand,
        }
        for step in self._by_key.values():
            self.add(step)
        self.now.taken.connect(lambda: self.put_right.emit(self._concern))
        self.later.taken.connect(lambda: self._ask(self.later, self.later.why))
        self.hand.taken.connect(lambda: self._ask(self.hand, self.hand.first_question()))
        self.later.promised.connect(self.promised)
        self.hand.handed.connect(self.handed)
        self.news.noted.connect(self.noted)
        self.news.grew.connect(lambda: self._show(self.news.form))

    def _add_others(self, others: Sequence[Concern]) -> None:
        if others:
            self.add(Text(_("We also owe them"), "label", "ink2"))
        for concern in others:
            tile = Tile("warn")
            tile.setText(concern.title)
            tile.panel.add_beside(Text(isolated(concern.title), "strong"))
            tile.clicked.connect(lambda _on=False, one=concern: self.other_chosen.emit(one))
            self.add(tile)
        another = Button(_("Something else went wrong"), "ghost", "plus")
        another.clicked.connect(self.another_asked)
        self.add(another)

    def _ask(self, step: Step, first: QWidget) -> None:
        """Open the questions of a step and close those of the others."""
        was_open = not step.form.isHidden()
        self._fold()
        if not was_open:
            step.form.show()
            first.setFocus()
            self._show(step.form)

    def _fold(self) -> bool:
        """Close what is open; False when nothing is."""
        forms = [self.later.form, self.hand.form, self.news.form]
        found = [form for form in forms if not form.isHidden()]
        for form in found:
            form.hide()
        self.news.start.show()
        return bool(found)

    def _show(self, form: Panel) -> None:
        QTimer.singleShot(0, form, lambda: self.body.ensureWidgetVisible(form))


class _Head(QWidget):
    """Whose it is, what it is, and who looks after it."""

    def __init__(self, concern: Concern, card: CustomerCard) -> None:
        super().__init__()
        customer = card.customer
        row = QHBoxLayout(self)
        lines = QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        lines.setSpacing(theme().px(2))
        avatar = Avatar(initials(customer), tint_for(str(customer.id)), 44)
        row.addWidget(avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        lines.addWidget(Text(isolated(concern.title), "title"))
        lines.addWidget(Text(_who(concern, card), "small", "ink2"))


class _SoFar(QWidget):
    """What happened so far, oldest first."""

    def __init__(self, concern: Concern, card: CustomerCard) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().px(8))
        rows.addWidget(Text(_("What happened so far"), "label", "ink2"))
        days = [Text(dated_day(update.day), "small", "ink3", wrap=False) for update in concern.log]
        width = max(day.sizeHint().width() for day in days)
        for day, update in zip(days, concern.log, strict=True):
            day.setFixedWidth(width)
            line = QHBoxLayout()
            line.setSpacing(theme().px(12))
            line.addWidget(day, 0, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(Text(words(happened(update, card.today)), "small"), 1)
            rows.addLayout(line)


def _who(concern: Concern, card: CustomerCard) -> str:
    values = {
        "name": card.customer.name or card.customer.called,
        "who": looked_after(concern, card.today),
    }
    return words(Phrase(N_("{name} · {who}"), values))
