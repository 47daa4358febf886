"""The last visits of somebody: each can be taken back, or go to whose it was."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import N_, FullDay, LongDay, NearDay, Phrase, _, fill, words
from pos_companion.insight.moods import MOODS
from pos_companion.model.card import Hit
from pos_companion.model.people import HouseholdMember
from pos_companion.model.visits import VisitKind
from pos_companion.services.past_visits import KINDS, CameAlong, LastVisit
from pos_companion.services.take_back import WHY_BACK
from ui.counter.sheets.known_people import KnownPeople
from ui.counter.sheets.promise_row import Labelled
from ui.counter.sheets.rows import Rows
from ui.impression import ImpressionBox
from ui.kit import Button, Chip, Flow, IconLine, Panel, Sheet, Text, Tile
from ui.theme import theme

_WEEK = 7
_SEEMED = (N_("How did they seem?"), N_("And as they left?"))


class VisitsSheet(Sheet):
    """A tap on a visit shows what can be done with it; one at a time.

    Args:
        name: whose visits they are.
        today: the business date.
        home: who may have come along; None when nothing is to be said of it.

    Attributes:
        rows: one for each visit, the latest first.

    Signals:
        taken_back: the visit's uid and the `WhyBack`.
        moved: the visit's uid and the number of whoever's it was.
        sought: a row, and the text it looks for.
        wrong: the `LastVisit` that is to be put right.
        felt: the visit's uid and the `Impression`.
        coupon: the code of one that it earned.
    """

    taken_back = Signal(str, object)
    moved = Signal(str, int)
    sought = Signal(object, str)
    wrong = Signal(object)
    felt = Signal(str, object)
    coupon = Signal(str)

    def __init__(self, name: str, today: date, home: Sequence[HouseholdMember] | None = ()) -> None:
        super().__init__(fill(_("Visits of {name}"), name=name), _("Back"))
        self._today = today
        self._home = home
        self.rows: list[VisitRow] = []
        self._list = Rows()
        self._nothing = Text(_("No visit is recorded for them."), "body", "ink2")
        self._nothing.hide()
        self._along = Rows(4)
        self._along.hide()
        self.add(self._nothing)
        self.add(self._along)
        self.add(self._list)

    def show_visits(self, visits: Sequence[LastVisit]) -> None:
        """Show them as they are now."""
        if self.rows and [row.visit.uid for row in self.rows] == [one.uid for one in visits]:
            for row, visit in zip(self.rows, visits, strict=True):
                row.show_visit(visit, self._today)
            return
        self._list.clear()
        self.rows = [VisitRow(visit, self._today, self._home) for visit in visits]
        for row in self.rows:
            row.opened.connect(lambda one=row: self._on_opened(one))
            row.taken_back.connect(self.taken_back)
            row.moved.connect(self.moved)
            row.wrong.connect(self.wrong)
            row.felt.connect(self.felt)
            row.coupon.connect(self.coupon)
            row.sought.connect(lambda text, one=row: self.sought.emit(one, text))
            self._list.add(row)
        self._nothing.setVisible(not self.rows)
        self.setFocus()

    def show_along(self, along: Sequence[CameAlong]) -> None:
        """Show with whom they were here, on visits that count for the other."""
        self._along.clear()
        for one in along:
            day = words(Phrase("{day}", {"day": LongDay(one.day)}))
            text = fill(_("Came along with {name} on {day}"), name=one.name, day=day)
            self._along.add(IconLine("users", text, "small", ("ink2", "ink2"), 18))

    def _on_opened(self, chosen: "VisitRow") -> None:
        for row in self.rows:
            if row is not chosen:
                row.fold()


class VisitRow(QWidget):
    """Day and time, what they had, what was given; and the ways to put it right.

    Attributes:
        tile: the visit itself.
        back, other, right: the ways.
        here: who came along and how they seemed; None when nothing is to be said of it.
        reasons: why it is taken back; a tap on one does it.
        people: finds whose visit it was.

    Signals:
        opened: the ways are shown.
        taken_back: uid and `WhyBack`.
        moved: uid and the number of a customer.
        sought: the text to look for.
        wrong: the visit.
        felt: uid and `Impression`.
        coupon: a code.
    """

    opened = Signal()
    taken_back = Signal(str, object)
    moved = Signal(str, int)
    sought = Signal(str)
    wrong = Signal(object)
    felt = Signal(str, object)
    coupon = Signal(str)

    def __init__(
        self, visit: LastVisit, today: date, home: Sequence[HouseholdMember] | None = ()
    ) -> None:
        super().__init__()
        self.visit = visit
        self.tile = _tile(visit, today)
        self.tile.clicked.connect(self._on_pressed)
        self.back = Button(_("Take it back"), "soft", "undo-2")
        self.other = Button(_("It was somebody else’s"), "soft", "user")
        self.right = Button(_("Put it right"), "soft", "pencil")
        self.right.clicked.connect(lambda: self.wrong.emit(self.visit))
        self.reasons = {why: Chip(_(label)) for why, label in WHY_BACK.items()}
        self.people = KnownPeople(_("Whose visit was it?"))
        self._ways, self._why = Panel("sunk"), self._ask_why()
        buttons = Flow()
        buttons.add(self.back)
        buttons.add(self.other)
        buttons.add(self.right)
        for code in visit.coupons:
            again = Button(_("Show the coupon again"), "soft", "ticket")
            again.clicked.connect(lambda _on=False, one=code: self.coupon.emit(one))
            buttons.add(again)
        self.here = None if home is None else ImpressionBox(home, _SEEMED)
        for widget in (buttons, self._why, self.people, self.here):
            if widget is not None:
                self._ways.add(widget)
        if self.here is not None:
            self.here.show_impression(visit.visit.impression)
            self.here.said.connect(lambda felt: self.felt.emit(self.visit.uid, felt))
        self.back.clicked.connect(lambda: self._show(self._why))
        self.other.clicked.connect(lambda: self._show(self.people))
        self.people.asked.connect(self.sought)
        self.people.chosen.connect(self._on_chosen)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.tile)
        self._rows.addWidget(self._ways)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("xs"))
        self.fold()

    def fold(self) -> None:
        """Show the visit alone."""
        for widget in (self._ways, self._why, self.people):
            widget.hide()

    @property
    def is_open(self) -> bool:
        """Whether the ways are shown."""
        return not self._ways.isHidden()

    def show_visit(self, visit: LastVisit, today: date) -> None:
        """Show it as it is now; the chips keep the keyboard."""
        if visit == self.visit:
            return
        self.visit, before = visit, self.tile
        self.tile = _tile(visit, today)
        self.tile.clicked.connect(self._on_pressed)
        self._rows.replaceWidget(before, self.tile)
        before.hide()
        before.deleteLater()
        if self.here is not None:
            self.here.show_impression(visit.visit.impression)

    def show_found(self, text: str, hits: tuple[Hit, ...]) -> None:
        """Show who was found."""
        self.people.show_found(text, hits)

    def _on_pressed(self) -> None:
        was_open = self.is_open
        self.fold()
        if not was_open:
            self._ways.show()
            self.opened.emit()
            self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, part: QWidget) -> None:
        self._why.setVisible(part is self._why)
        self.people.setVisible(part is self.people)
        self.opened.emit()
        first = next(iter(self.reasons.values())) if part is self._why else self.people.line.edit
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_why(self) -> QWidget:
        flow = Flow(6)
        for why, chip in self.reasons.items():
            chip.clicked.connect(
                lambda _on=False, one=why: self.taken_back.emit(self.visit.uid, one)
            )
            flow.add(chip)
        return Labelled(_("Why?"), flow)

    def _on_chosen(self, hit: Hit) -> None:
        self.moved.emit(self.visit.uid, hit.customer.id)


def _tile(visit: LastVisit, today: date) -> Tile:
    day = _day(visit.day, today)
    had = words(Phrase("{items}", {"items": list(visit.had)})) if visit.had else ""
    given = words(Phrase("{gifts}", {"gifts": list(visit.given)})) if visit.given else ""
    tile = Tile("control", day)
    clock = words(Phrase("{at}", {"at": visit.at}))
    tile.panel.set_heading(day, clock)
    had = had or _without(visit.visit.kind)
    tile.panel.add_beside(Text(had, "body"))
    said = [day, clock, had]
    if given:
        tile.panel.add_beside(IconLine("gift", given, "small", ("ink2", "brand"), 18))
        said.append(fill(_("Given: {what}"), what=given))
    for icon, text in _around(visit):
        tile.panel.add_beside(IconLine(icon, text, "small", ("ink2", "ink2"), 18))
        said.append(text)
    tile.setText(", ".join(one for one in said if one))
    return tile


def _without(kind: VisitKind) -> str:
    """What to say of a visit without anything bought."""
    return _("Nothing was written down") if kind is VisitKind.BOUGHT else _(KINDS[kind])


def _around(visit: LastVisit) -> Iterator[tuple[str, str]]:
    """Who came along, how they seemed, and that it was put right; each with its picture."""
    if visit.company:
        names = words(Phrase("{names}", {"names": list(visit.company)}))
        yield "users", fill(_("With {names}"), names=names)
    felt = visit.visit.impression
    came, left = (_(MOODS[mood]) if mood else "" for mood in (felt.mood_in, felt.mood_out))
    if came and left:
        yield "hand-heart", fill(_("Came: {came} · left: {left}"), came=came, left=left)
    elif came or left:
        text = _("Came: {mood}") if came else _("Left: {mood}")
        yield "hand-heart", fill(text, mood=came or left)
    if visit.visit.corrected_at is not None:
        yield "pencil", _("Put right by hand")


def _day(day: date, today: date) -> str:
    """One of the last days by its name, an older one in full: two are never called the same."""
    is_near = (today - day).days < _WEEK
    said: object = NearDay(day, today) if is_near else FullDay(day)
    if day.year != today.year and not is_near:
        said = LongDay(day)
    text = words(Phrase("{day}", {"day": said}))
    return text[:1].upper() + text[1:]
