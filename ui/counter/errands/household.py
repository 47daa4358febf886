"""Family and pets of whoever is open: add, join, part, bring back."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from pos_companion.i18n import N_, _, fill, words
from pos_companion.model.people import HouseholdMember
from pos_companion.services.finding import display_name
from pos_companion.services.home_deeds import (
    BroughtBack,
    KnownJoined,
    bring_back,
    join_known,
    part_again,
    undo_bring_back,
)
from pos_companion.services.home_pages import HouseholdPage, household_page, known_people
from pos_companion.services.households import split_household, undo_move
from pos_companion.services.members import AddedMember, NewMember, add_member, take_back_member
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.household import HouseholdSheet, Joining
from ui.counter.sheets.part_ways import Parting
from ui.panels import Intent, Wish

Answer = TypeVar("Answer")


class Household(Errand):
    """The sheet stays open, so that a whole family is added in one go."""

    key = "Ctrl+H"
    label = N_("family and pets")
    place = Place.CARD
    wish = Wish.ADD_MEMBER

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self._sheet: HouseholdSheet | None = None
        self.journey.changed.connect(self._read_again)

    def start(self) -> None:
        """Open the household."""
        if self.visit is not None:
            self.desk.run(partial(household_page, self.shop, self._customer()), self._open)

    def _customer(self) -> int:
        return self.visit.found.card.customer.id if self.visit is not None else 0

    def _open(self, page: HouseholdPage) -> None:
        sheet = HouseholdSheet(page)
        sheet.member_chosen.connect(self._on_member)
        sheet.added.connect(self._add)
        sheet.known_asked.connect(partial(self._look_for, sheet))
        sheet.joined.connect(self._join)
        sheet.parted.connect(self._part)
        sheet.brought_back.connect(self._bring_back)
        self._sheet = sheet
        self.desk.open(sheet)
        sheet.start()

    def _read_again(self, _visit: object) -> None:
        """Show the household as it is, after a deed or its undo."""
        sheet = self._sheet
        if sheet is not None and self.desk.sheet is sheet:
            work = partial(household_page, self.shop, self._customer())
            self.journey.tasks.run(work, sheet.show_page, self.desk.refused, sheet)
        else:
            self._sheet = None

    def _look_for(self, sheet: HouseholdSheet, text: str) -> None:
        work = partial(known_people, self.shop, self._customer(), text)
        show = partial(sheet.known.show_found, text)
        self.journey.tasks.run(work, show, self.desk.refused, sheet)

    def _on_member(self, member: HouseholdMember) -> None:
        self.desk.wished.emit(Intent(Wish.MEMBER, member))

    def _add(self, new: NewMember) -> None:
        def done(added: AddedMember) -> None:
            if self._sheet is not None:
                self._sheet.begin_again()
            text = fill(_("{name} is added"), name=added.member.name)
            self.desk.done(text, partial(take_back_member, self.shop, added))

        self._do(partial(add_member, self.shop, self._customer(), new), done)

    def _join(self, joining: Joining) -> None:
        def done(joined: KnownJoined) -> None:
            if self._sheet is not None:
                self._sheet.begin_again()
            name = words(display_name(joined.guest))
            text = fill(_("{name} belongs to the household now"), name=name)
            self.desk.done(text, partial(part_again, self.shop, joined))

        work = partial(join_known, self.shop, self._customer(), joining.guest, joining.relation)
        self._do(work, done)

    def _part(self, parting: Parting) -> None:
        leaver = parting.leaver
        name = words(display_name(leaver))
        self._do(
            partial(split_household, self.shop, leaver.id, parting.takes, parting.shares),
            lambda move: self.desk.done(
                fill(_("{name} has a household of their own now"), name=name),
                partial(undo_move, self.shop, move),
            ),
        )

    def _bring_back(self, being: int) -> None:
        def done(back: BroughtBack) -> None:
            text = _("Everything about them is as it was before")
            self.desk.done(text, partial(undo_bring_back, self.shop, back))

        self._do(partial(bring_back, self.shop, self._customer(), being), done)

    def _do(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        if self.visit is not None:
            self.desk.run(work, done)
