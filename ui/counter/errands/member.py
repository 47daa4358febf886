"""One person or pet at home: what we know of them, and sad news."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from pos_companion.i18n import _, fill
from pos_companion.model.facts import Fact
from pos_companion.model.people import Gone, HouseholdMember, SadNews
from pos_companion.services.facts import (
    Correction,
    FactChange,
    change_fact,
    drop_fact,
    fact_is_wrong,
    undo_fact,
)
from pos_companion.services.home_deeds import CardGiven, give_card, take_card_back
from pos_companion.services.home_pages import MemberPage, known_people, member_page
from pos_companion.services.member_form import (
    MemberForm,
    MemberKept,
    keep_member,
    tell_about,
    undo_member,
)
from pos_companion.services.members import share_pet, unshare_pet
from pos_companion.services.sad_news import sad_news, undo_sad_news
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.being_facts import NewDiscretion, TellAbout
from ui.counter.sheets.member import MemberSheet
from ui.panels import Intent, Wish

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class _Open:
    """Whose sheet lies on the page, and on whose card."""

    sheet: MemberSheet
    customer: int
    member: HouseholdMember


class Member(Errand):
    """Started by a tap on somebody; the way back leads to all of them."""

    wish = Wish.MEMBER

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self._open: _Open | None = None
        self.journey.changed.connect(self._read_again)

    def wished(self, about: object) -> None:
        """Open the sheet of the one that was tapped."""
        if self.visit is not None and isinstance(about, HouseholdMember):
            customer = self.visit.found.card.customer.id
            self.desk.run(partial(member_page, self.shop, customer, about.id), self._show)

    def _show(self, page: MemberPage) -> None:
        sheet = MemberSheet(page)
        sheet.card_wanted.connect(self._open_card)
        sheet.told.connect(self._tell)
        sheet.discretion_chosen.connect(self._choose_discretion)
        sheet.wrong.connect(self._wrong)
        sheet.kept.connect(self._keep)
        sheet.card_given.connect(self._give_card)
        sheet.known_asked.connect(self._look_for)
        sheet.shared.connect(self._share)
        sheet.unshared.connect(self._unshare)
        sheet.gone.connect(self._gone)
        self._open = _Open(sheet, page.customer.id, page.member)
        self.desk.open(sheet, back=lambda: self.desk.wished.emit(Intent(Wish.ADD_MEMBER)))
        sheet.start()

    def _read_again(self, _visit: object) -> None:
        """Show them as they are, after a deed or its undo."""
        opened = self._open
        if opened is None or self.desk.sheet is not opened.sheet:
            self._open = None
            return
        work = partial(member_page, self.shop, opened.customer, opened.member.id)
        self.journey.tasks.run(work, opened.sheet.show_page, self.desk.refused, opened.sheet)

    def _open_card(self, customer: int) -> None:
        self.desk.close()
        self.journey.open(customer)

    def _tell(self, told: TellAbout) -> None:
        def work(opened: _Open) -> Callable[[], Fact]:
            whose = (opened.customer, opened.member.id)
            return partial(tell_about, self.shop, *whose, told.kind, told.text)

        def done(opened: _Open, fact: Fact) -> None:
            opened.sheet.facts.begin_again()
            text = fill(_("Kept: {text}"), text=fact.text)
            self.desk.done(text, partial(drop_fact, self.shop, fact))

        self._do(work, done)

    def _choose_discretion(self, chosen: NewDiscretion) -> None:
        fact, correction = chosen.fact, Correction(discretion=chosen.discretion)
        work = partial(change_fact, self.shop, fact.customer, fact.n, correction)
        self._change(work, _("Kept: {text}"))

    def _wrong(self, fact: Fact) -> None:
        work = partial(fact_is_wrong, self.shop, fact.customer, fact.n)
        self._change(work, _("Taken out: {text}"))

    def _change(self, work: Callable[[], FactChange], said: str) -> None:
        def done(change: FactChange) -> None:
            text = fill(said, text=change.after.text)
            self.desk.done(text, partial(undo_fact, self.shop, change))

        self.desk.run(work, done)

    def _keep(self, form: MemberForm) -> None:
        def done(_opened: _Open, kept: MemberKept) -> None:
            self.desk.close()
            text = fill(_("Saved: {name}"), name=kept.after.name)
            self.desk.done(text, partial(undo_member, self.shop, kept))

        self._do(lambda opened: partial(keep_member, self.shop, opened.customer, form), done)

    def _give_card(self, code: str) -> None:
        def done(opened: _Open, given: CardGiven) -> None:
            text = fill(_("The card belongs to {name} now"), name=opened.member.name)
            self.desk.done(text, partial(take_card_back, self.shop, given))

        self._do(
            lambda opened: partial(give_card, self.shop, opened.customer, opened.member.id, code),
            done,
        )

    def _look_for(self, text: str) -> None:
        opened = self._open
        if opened is not None and opened.sheet.known is not None:
            show = partial(opened.sheet.known.show_found, text)
            work = partial(known_people, self.shop, opened.customer, text)
            self.journey.tasks.run(work, show, self.desk.refused, opened.sheet)

    def _share(self, owner: int) -> None:
        def done(opened: _Open, pet: HouseholdMember) -> None:
            if opened.sheet.known is not None:
                opened.sheet.known.start()
            text = fill(_("{name} belongs to both homes now"), name=pet.name)
            self.desk.done(text, partial(unshare_pet, self.shop, pet.id, owner))

        self._do(
            lambda opened: partial(share_pet, self.shop, opened.customer, opened.member.id, owner),
            done,
        )

    def _unshare(self, owner: int) -> None:
        def done(opened: _Open, _nothing: None) -> None:
            text = fill(_("{name} belongs to one home now"), name=opened.member.name)
            whose = (opened.customer, opened.member.id)
            self.desk.done(text, partial(share_pet, self.shop, *whose, owner))

        self._do(lambda opened: partial(unshare_pet, self.shop, opened.member.id, owner), done)

    def _gone(self, how: Gone) -> None:
        def done(opened: _Open, news: SadNews) -> None:
            self.desk.close()
            text = fill(_("Nobody will ask about {name} any more"), name=opened.member.name)
            self.desk.done(text, partial(undo_sad_news, self.shop, news))

        self._do(
            lambda opened: partial(sad_news, self.shop, opened.customer, opened.member.id, how),
            done,
        )

    def _do(
        self,
        work: Callable[[_Open], Callable[[], Answer]],
        done: Callable[[_Open, Answer], None],
    ) -> None:
        opened = self._open
        if opened is not None:
            self.desk.run(work(opened), partial(done, opened))
