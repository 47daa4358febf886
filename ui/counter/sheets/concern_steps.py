"""The three steps of a concern: put right, another day, somebody else; and what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from pos_companion.i18n import _
from pos_companion.insight.concern_words import CHANNELS
from pos_companion.model.care import Channel, Concern
from ui.counter.sheets.promise_row import DueChips, Labelled, WhoChips
from ui.kit import Button, Chip, Field, Flow, Key, Panel, Text, Tile
from ui.theme import theme


@dataclass(frozen=True)
class AnotherDay:
    """It is promised for another day."""

    concern: Concern
    due: date
    why: str


@dataclass(frozen=True)
class HandOver:
    """A colleague looks after it from now on."""

    concern: Concern
    to: str
    why: str


@dataclass(frozen=True)
class News:
    """Something happened.

    Attributes:
        told: how the customer was told; None when they were not.
        settles: that was the outcome, and it can be closed.
    """

    concern: Concern
    text: str
    told: Channel | None
    settles: bool


class Step(QWidget):
    """A tile with a key; some open a form under it.

    Args:
        words: what it does, and what that means.
        icon: of the disc.
        key: the digit that does the same.

    Attributes:
        tile: the button.
        form: where the questions stand; hidden until they are asked.

    Signals:
        taken: pressed, or its key.
    """

    taken = Signal()

    def __init__(self, words: tuple[str, str], icon: str, key: str) -> None:
        super().__init__()
        self.tile = Tile("control", "", icon, "brand")
        self.tile.panel.add_beside(Text(words[0], "strong"))
        self.tile.panel.add_beside(Text(words[1], "small", "ink2"))
        self.tile.panel.add_trailing(Key(key), middle=True)
        self.tile.setText(f"{words[0]}. {words[1]}")
        self.tile.clicked.connect(self._on_clicked)
        self.form = Panel("sunk")
        self.form.hide()
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.tile)
        self._rows.addWidget(self.form)
        self.restyle()

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("xs"))

    def _on_clicked(self) -> None:
        self.taken.emit()


class AnotherDayStep(Step):
    """Why and when.

    Signals:
        promised: an `AnotherDay`.
    """

    promised = Signal(object)

    def __init__(self, concern: Concern, today: date) -> None:
        words = (_("Promise another day"), _("Say why, and when"))
        super().__init__(words, "calendar-days", "2")
        self._concern = concern
        self.why = Field(_("Why"), placeholder=_("They will ask"))
        self.days = DueChips(today)
        self.keep = Button(_("Promise it"), "primary", "check")
        self.problem = Text("", "small", "danger")
        for widget in (self.why, Labelled(_("When"), self.days), self.problem, self.keep):
            self.form.add(widget)
        self.problem.hide()
        self.keep.clicked.connect(self._on_kept)
        self.why.submitted.connect(self._on_kept)

    def _on_kept(self) -> None:
        why, due = self.why.text().strip(), self.days.due()
        self.why.set_problem("" if why else _("Why another day? They will ask."))
        self.problem.setText("" if due else _("Which day do we promise?"))
        self.problem.setVisible(due is None)
        if why and due:
            self.promised.emit(AnotherDay(self._concern, due, why))


class HandOverStep(Step):
    """To whom and why.

    Signals:
        handed: a `HandOver`.
    """

    handed = Signal(object)

    def __init__(self, concern: Concern, names: Sequence[str]) -> None:
        words = (_("Hand it to someone"), _("They see it on their board"))
        super().__init__(words, "users", "3")
        self._concern = concern
        self.who = WhoChips([name for name in names if name != concern.owner])
        self.why = Field(_("Why"), placeholder=_("One line, so that nobody wonders"))
        self.keep = Button(_("Hand it over"), "primary", "check")
        self.problem = Text("", "small", "danger")
        for widget in (Labelled(_("To whom"), self.who), self.problem, self.why, self.keep):
            self.form.add(widget)
        self.problem.hide()
        self.keep.clicked.connect(self._on_kept)
        for field in (self.why, self.who.other):
            field.submitted.connect(self._on_kept)

    def first_question(self) -> QWidget:
        """What gets the keyboard: the first colleague, or the line for a name."""
        return self.who.chips[0] if self.who.chips else self.who.other.edit

    def _on_kept(self) -> None:
        to, why = self.who.name(), self.why.text().strip()
        self.why.set_problem("" if why else _("Why is it handed on?"))
        self.problem.setText("" if to else _("Who looks after it from now on?"))
        self.problem.setVisible(not to)
        if to and why:
            self.handed.emit(HandOver(self._concern, to, why))


class NewsStep(QWidget):
    """What happened, whether they were told, and whether that settles it.

    Attributes:
        start: the button that opens the form.
        told: one chip for each way of telling somebody.

    Signals:
        noted: a `News`.
        grew: the form needs more room.
    """

    noted = Signal(object)
    grew = Signal()

    def __init__(self, concern: Concern) -> None:
        super().__init__()
        self._concern = concern
        self.start = Button(_("Write down what happened"), "ghost", "pencil")
        self.form = Panel("sunk")
        self.text = Field(_("What happened"))
        self.told = {channel: Chip(_(words)) for channel, words in CHANNELS.items()}
        self.settles = Chip(_("That settles it"))
        self.problem = Text("", "small", "danger")
        self.keep = Button(_("Keep it"), "primary", "check")
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        channels = Flow(6)
        for chip in self.told.values():
            self._group.addButton(chip)
            channels.add(chip)
            chip.toggled.connect(self._on_toggled)
        told = Labelled(_("They were told"), channels)
        settles = Flow()
        settles.add(self.settles)
        for widget in (self.text, told, settles, self.problem, self.keep):
            self.form.add(widget)
        self.form.hide()
        self.problem.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.start)
        rows.addWidget(self.form)
        self.start.clicked.connect(self._on_started)
        self.keep.clicked.connect(self._on_kept)
        self.text.submitted.connect(self._on_kept)

    def _on_started(self) -> None:
        self.start.hide()
        self.form.show()
        self.text.edit.setFocus()
        self.grew.emit()

    def _on_toggled(self, on: bool) -> None:
        """At most one way of telling; none when they do not know yet."""
        chosen = self.sender()
        for chip in self.told.values():
            if on and chip is not chosen:
                chip.setChecked(False)

    def _on_kept(self) -> None:
        text = self.text.text().strip()
        told = next((way for way, chip in self.told.items() if chip.isChecked()), None)
        settles = self.settles.isChecked()
        silent = settles and told is None
        self.text.set_problem("" if text else _("What happened? A few words are enough."))
        self.problem.setText(_("It is settled once they know. How were they told?"))
        self.problem.setVisible(silent)
        if text and not silent:
            self.noted.emit(News(self._concern, text, told, settles))
        else:
            self.grew.emit()
