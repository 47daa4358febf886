"""A day worth remembering: what it is, whose, and when; everything rarer is folded away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, isolated, words
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.card import CustomerCard
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.people import HouseholdMember
from pos_companion.services.celebrations import NewCelebration
from ui.counter.sheets.day_ways import DayWays
from ui.counter.sheets.other_days import NoSuchDayError
from ui.counter.sheets.promise_row import Labelled
from ui.kit import Button, Chip, Field, Flow, Panel, Sheet, Text
from ui.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class _Kind:
    label: str
    kind: CelebrationKind
    icon: str
    for_pets: bool = False


class CelebrationSheet(Sheet):
    """Kind, whose, day and month; Enter keeps it.

    Args:
        card: whose card is open.
        before: the celebration to be changed; None for a new one.

    Attributes:
        kinds, who, surprised: the chips.
        ways: the day.
        more: folded away: once or every year, other ways, a surprise, never brought up.

    Signals:
        added: a `NewCelebration`, and whether it corrects the one that is known.
        changed: a `Celebration` as it is now.
        removed: the `Celebration`.
    """

    added = Signal(object, bool)
    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, card: CustomerCard, before: Celebration | None = None) -> None:
        called = card.customer.called
        back = fill(_("Back to {name}"), name=called) if called else _("Back to the card")
        title = words(celebration_title(before)) if before else _("A day worth remembering")
        super().__init__(title, back)
        self._before = before
        self._beings: list[HouseholdMember | None] = [None, *card.household]
        pets = any(one.species.is_pet for one in card.household)
        self._kinds = [one for one in _kinds() if pets or not one.for_pets]
        self.kinds = [Chip(one.label, icon=one.icon) for one in self._kinds]
        self.who = [Chip(isolated(name), icon=icon) for name, icon in _names(card)]
        self._kind_group, self._who_group = QButtonGroup(self), QButtonGroup(self)
        self.words = Field(_("What it is"), placeholder=_("starts at university"))
        self.ways = DayWays(card.today)
        self.unfold = Button(_("More"), "ghost", "chevron-right")
        self.more = _Fold()
        self.once, self.quiet = Chip(_("Only once")), Chip(_("Never bring it up"), icon="eye-off")
        self.surprised = [
            (Chip(isolated(one.name), icon="eye-off"), f"being:{one.id}")
            for one in card.household
            if not one.species.is_pet
        ]
        self.known = Panel("warn")
        self._known_text = Text("")
        self._lay_out()
        self._connect()
        self.set_action(_("Keep this day"))
        self._begin()

    def start(self) -> None:
        """Give the keyboard to the day."""
        self.ways.start()

    def offer_correction(self, sentence: str) -> None:
        """Another day of it is known already: say so, and offer to correct it."""
        self._known_text.setText(sentence)
        self.known.setAccessibleName(sentence)
        self.known.show()
        self.body.to_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the day: lines, chips and a chosen month hand it on to the sheet."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._on_submitted()

    def _lay_out(self) -> None:
        self.known.add(self._known_text)
        correct = Button(_("Correct it"), "warn", "pencil")
        correct.clicked.connect(lambda: self._keep(correct=True))
        self.known.add(correct)
        self.known.hide()
        kinds, who = _chips(self._kind_group, self.kinds), _chips(self._who_group, self.who)
        whose = Labelled(_("Whose day"), who)
        asked: tuple[QWidget, ...] = (
            self.known,
            Labelled(_("What is celebrated"), kinds),
            self.words,
            whose,
            self.ways,
            self.unfold,
            self.more,
        )
        for widget in asked:
            self.add(widget)
        self._fill_more()
        whose.setVisible(self._before is None and len(self.who) > 1)
        if self._before is not None:
            self.add(self._remove_button())

    def _fill_more(self) -> None:
        again = Flow(6)
        again.add(self.once)
        again.add(self.quiet)
        self.more.add(Labelled(_("Another way to say the day"), self.ways.ways))
        self.more.add(again)
        if self.surprised:
            secret = Flow(6)
            for chip, _key in self.surprised:
                secret.add(chip)
            self.more.add(Labelled(_("A surprise: keep it from"), secret))
        self.more.hide()

    def _remove_button(self) -> Button:
        remove = Button(_("Remove this day"), "ghost", "trash-2")
        remove.clicked.connect(lambda: self.removed.emit(self._before))
        return remove

    def _connect(self) -> None:
        self._kind_group.buttonToggled.connect(self._on_kind)
        self.unfold.clicked.connect(self._on_unfold)
        self.accepted.connect(self._on_submitted)

    def _begin(self) -> None:
        before = self._before
        self._who_group.button(0).setChecked(True)
        if before is None:
            self._kind_group.button(0).setChecked(True)
            return
        self._kind_group.button(self._place_of(before)).setChecked(True)
        self.words.set_text(before.title)
        self.ways.show_when(before.date, before.leap)
        self.once.setChecked(not before.yearly)
        self.quiet.setChecked(before.quiet)
        for chip, key in self.surprised:
            chip.setChecked(key in before.hidden_from)
        if not before.yearly or before.quiet or before.hidden_from or not self.ways.is_plain():
            self._on_unfold()

    def _place_of(self, before: Celebration) -> int:
        places = [at for at, one in enumerate(self._kinds) if one.kind is before.kind]
        wanted = [at for at in places if self._kinds[at].for_pets is before.species.is_pet]
        return (wanted or places)[0]

    def _on_kind(self) -> None:
        chosen = self._kinds[max(self._kind_group.checkedId(), 0)]
        self.words.setVisible(chosen.kind is CelebrationKind.OTHER)
        if chosen.for_pets and self._before is None:
            pets = (at for at, one in enumerate(self._beings) if one and one.species.is_pet)
            self._who_group.button(next(pets, 0)).setChecked(True)

    def _on_unfold(self) -> None:
        is_open = self.more.isHidden()
        self.more.setVisible(is_open)
        self.unfold.set_icon("chevron-down" if is_open else "chevron-right")
        self.unfold.setAccessibleDescription(_("unfolded") if is_open else _("folded"))

    def _on_submitted(self) -> None:
        self._keep(correct=False)

    def _keep(self, correct: bool) -> None:
        kind = self._kinds[max(self._kind_group.checkedId(), 0)].kind
        title = self.words.text().strip() if kind is CelebrationKind.OTHER else ""
        missing = kind is CelebrationKind.OTHER and not title
        self.words.set_problem(_("What is it? A few words are enough.") if missing else "")
        try:
            when = self.ways.when()
        except NoSuchDayError as error:
            self.ways.say(str(error))
            self.ways.start()
            return
        if missing:
            self.words.edit.setFocus()
            return
        being = self._beings[max(self._who_group.checkedId(), 0)]
        new = NewCelebration(
            kind,
            when,
            being.id if being else None,
            title,
            not self.once.isChecked(),
            self.ways.policy(),
            self.quiet.isChecked(),
            tuple(key for chip, key in self.surprised if chip.isChecked()),
        )
        self._emit(new, correct)

    def _emit(self, new: NewCelebration, correct: bool) -> None:
        before = self._before
        if before is None:
            self.added.emit(new, correct)
            return
        after = replace(
            before,
            kind=new.kind,
            date=new.date,
            title=new.title,
            yearly=new.yearly,
            leap=new.leap,
            quiet=new.quiet,
            hidden_from=self._still_hidden(before, new.hidden_from),
        )
        self.changed.emit(after)

    def _still_hidden(self, before: Celebration, chosen: Sequence[str]) -> tuple[str, ...]:
        """Those chosen, and whoever has no chip here and was kept in the dark before."""
        offered = {key for _chip, key in self.surprised}
        return (*(key for key in before.hidden_from if key not in offered), *chosen)


class _Fold(QWidget):
    """What is folded away."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self.restyle()

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._rows.addWidget(widget)

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("m"))


def _kinds() -> tuple[_Kind, ...]:
    kind = CelebrationKind
    return (
        _Kind(_("Birthday"), kind.BIRTHDAY, "cake"),
        _Kind(_("Pet’s birthday"), kind.BIRTHDAY, "paw-print", for_pets=True),
        _Kind(_("Name day"), kind.NAME_DAY, "calendar-days"),
        _Kind(_("Anniversary"), kind.ANNIVERSARY, "heart"),
        _Kind(_("Moving in"), kind.MOVING_IN, "house"),
        _Kind(_("Exam or graduation"), kind.GRADUATION, "graduation-cap"),
        _Kind(_("Another occasion"), kind.OTHER, "party-popper"),
    )


def _names(card: CustomerCard) -> list[tuple[str, str]]:
    customer = card.customer.called or _("The customer")
    around = ((one.name, "paw-print" if one.species.is_pet else "user") for one in card.household)
    return [(customer, "user"), *around]


def _chips(group: QButtonGroup, chips: Sequence[Chip]) -> Flow:
    flow = Flow(6)
    for at, chip in enumerate(chips):
        group.addButton(chip, at)
        flow.add(chip)
    return flow
