"""One person or pet at home: what we know, their birthday, and quietly at the end, sad news."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, fill, isolated, words
from pos_companion.model.card import Hit
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Gone
from pos_companion.services.finding import display_name
from pos_companion.services.home_pages import MemberPage
from pos_companion.services.member_form import MemberForm
from ui.counter.sheets.being_facts import BeingFacts
from ui.counter.sheets.date_row import DateRow
from ui.counter.sheets.known_people import KnownPeople
from ui.counter.sheets.rows import Rows
from ui.impression import BEING_ICONS
from ui.kit import Button, Chip, Field, Flow, Icon, IconLine, Sheet, Text, Tile


class MemberSheet(Sheet):
    """What is told is kept at once; the rest with the green button, which comes when it is needed.

    Attributes:
        open_card: leads to their own card; None when they are no customer.
        facts: what they told us about them.
        birthday: day and month; another one each time it is filled in anew.
        forget: takes a day out again.
        quiet: their days are not celebrated.
        name, say_as, relation: the fields.
        known: looks for another owner of a pet; None for a person.
        died, left: sad news.

    Signals:
        card_wanted: the id of the customer they are.
        told: a `TellAbout`.
        discretion_chosen: a `NewDiscretion`.
        wrong: a `Fact` that is not so.
        kept: a `MemberForm`.
        card_given: the code of a card that was scanned.
        known_asked: the text to look for.
        shared: the id of a customer the pet belongs to as well.
        unshared: the id of one it does not belong to any more.
        gone: in which way they are gone.
    """

    card_wanted = Signal(int)
    told = Signal(object)
    discretion_chosen = Signal(object)
    wrong = Signal(object)
    kept = Signal(object)
    card_given = Signal(str)
    known_asked = Signal(str)
    shared = Signal(int)
    unshared = Signal(int)
    gone = Signal(object)

    def __init__(self, page: MemberPage) -> None:
        member = page.member
        super().__init__(isolated(member.name), _("Family & pets"))
        self._page = page
        self.open_card: Tile | None = None
        self.known: KnownPeople | None = None
        self.facts = BeingFacts(member.name)
        self.birthday = DateRow(_("Birthday"))
        self.forget = Button(_("Forget the day"), "ghost", "x")
        self._date = Rows(0)
        self.quiet = Chip(_("Do not celebrate"), icon="moon")
        self.name = Field(_("Name"))
        self.say_as = Field(_("How to say it"), note=_("optional"))
        self.relation = Field(_("Relation"), note=_("optional"))
        self.card = IconLine("scan-line", "", "small", ("ink2", "ink2"))
        self.died = Button(_("No longer with us"), "ghost")
        self.left = Button(_("Not part of the family any more"), "ghost")
        self._owners = Rows()
        self._other_date = Text("", "small", "ink2")
        self._lay_out()
        self._connect()
        self.set_action(_("Save"), key="Ctrl+S")
        self._fill()
        self._show_rest()

    def start(self) -> None:
        """Give the keyboard to the way to their card, or to the line for what they told us."""
        first = self.open_card or self.facts.line.edit
        first.setFocus()

    def show_page(self, page: MemberPage) -> None:
        """Show them as they are now; what is being written stays, unless it changed elsewhere."""
        before, self._page = self._page, page
        if (before.member, before.days) != (page.member, page.days):
            self.title.setText(isolated(page.member.name))
            self._fill()
        self._show_rest()

    def take_card(self, code: str) -> bool:
        """A card was scanned: it is theirs, unless they are an animal."""
        if self._page.member.species.is_pet:
            return False
        self.card_given.emit(code)
        return True

    def _lay_out(self) -> None:
        member = self._page.member
        self.add_to_head(Icon(BEING_ICONS[member.species], "brand", 24))
        if member.customer is not None:
            self.open_card = self._way_to_card(member.customer)
            self.add(self.open_card)
        self.add(self.facts)
        self.add(Text(_("Birthday"), "label", "ink2"))
        quiet = Flow()
        quiet.add(self.quiet)
        quiet.add(self.forget)
        for widget in (self._other_date, self._date, quiet):
            self.add(widget)
        for field in (self.name, self.say_as, self.relation):
            self.add(field)
        if member.species.is_pet:
            self.known = KnownPeople(fill(_("Share {name} with…"), name=member.name))
            self.add(self.known)
        else:
            self.add(self.card)
        self.add(self._owners)
        self.add(self._sad_news())

    def _connect(self) -> None:
        for signal, out in (
            (self.facts.told, self.told),
            (self.facts.discretion_chosen, self.discretion_chosen),
            (self.facts.wrong, self.wrong),
        ):
            signal.connect(out)
        self.forget.clicked.connect(lambda: self._fill_date(known=False))
        self.quiet.toggled.connect(self._on_changed)
        for field in (self.name, self.say_as, self.relation):
            field.edited.connect(self._on_changed)
            field.submitted.connect(self._on_kept)
        self.accepted.connect(self._on_kept)
        self.died.clicked.connect(lambda: self.gone.emit(Gone.DIED))
        self.left.clicked.connect(lambda: self.gone.emit(Gone.LEFT))
        if self.known is not None:
            self.known.asked.connect(self.known_asked)
            self.known.chosen.connect(self._on_known)

    def _way_to_card(self, customer: int) -> Tile:
        text = fill(_("Open the card of {name}"), name=self._page.member.name)
        tile = Tile("control", "", "user", "brand")
        tile.setText(text)
        tile.panel.add_beside(Text(text, "strong"))
        tile.panel.add_trailing(Icon("chevron-right", "ink3", 20), middle=True)
        tile.panel.set_padding(14, 8)
        tile.clicked.connect(lambda: self.card_wanted.emit(customer))
        return tile

    def _sad_news(self) -> QWidget:
        rows = Rows(0)
        rows.add(Text(_("If there is sad news"), "small", "ink3"))
        flow = Flow()
        flow.add(self.died)
        flow.add(self.left)
        rows.add(flow)
        return rows

    def _fill(self) -> None:
        """Put what is known into the fields."""
        member, known = self._page.member, self._page.birthday
        self.name.set_text(member.name)
        self.say_as.set_text(member.say_as)
        self.relation.set_text(member.relation)
        self.quiet.setChecked(self._page.is_quiet)
        other = known is not None and not isinstance(known.date, PartialDate)
        self._other_date.setText(_("This day is kept in another calendar."))
        self._other_date.setVisible(other)
        self._fill_date(known=True)

    def _fill_date(self, known: bool) -> None:
        """Show the birthday we know, or none."""
        day = self._page.birthday if known else None
        self._date.clear()
        self.birthday = DateRow(_("Birthday"))
        if day is None or isinstance(day.date, PartialDate):
            self._date.add(self.birthday)
        if day is not None and isinstance(day.date, PartialDate) and day.date.month:
            self.birthday.show_day(day.date.month, day.date.day, day.leap)
        self.birthday.day.edited.connect(self._on_changed)
        self.birthday.day.submitted.connect(self._on_kept)
        self.birthday.month.picked.connect(self._on_changed)
        self._on_changed()

    def _show_rest(self) -> None:
        """What is kept at once: facts, the card, the owners."""
        page = self._page
        self.facts.show_page(page)
        self.card.text.setText(
            words(
                Phrase(
                    N_("{name} has a card. Scan another one to replace it.")
                    if page.has_card
                    else N_("Scan a card now to give it to {name}."),
                    {"name": page.member.name},
                )
            )
        )
        self._owners.clear()
        for owner in page.owners:
            name = words(display_name(owner))
            drop = Button(fill(_("No longer shared with {name}"), name=name), "ghost", "x")
            drop.clicked.connect(lambda _on=False, one=owner.id: self.unshared.emit(one))
            self._owners.add(drop)

    def _form(self) -> MemberForm:
        """What the fields say.

        Raises:
            ValueError: the day does not exist.
        """
        page = self._page
        texts = (one.text().strip() for one in (self.name, self.say_as, self.relation))
        name, say_as, relation = texts
        member = replace(page.member, name=name, say_as=say_as, relation=relation)
        known = page.birthday
        quiet = self.quiet.isChecked() and self._has_days()
        if known is not None and self._date.isHidden():
            return MemberForm(member, known.date, known.leap, quiet)
        if self.birthday.is_empty():
            return MemberForm(member, None, None, quiet)
        return MemberForm(member, self._typed_date(), self.birthday.policy(), quiet)

    def _typed_date(self) -> PartialDate:
        """Day and month, with the year that is known already where it fits.

        Raises:
            ValueError: the day does not exist, or has no month.
        """
        row, known = self.birthday, self._page.birthday
        typed = row.date() if row.day.text() else PartialDate(None, row.month.month or None)
        if known is None or not isinstance(known.date, PartialDate):
            return typed
        try:
            return replace(typed, year=known.date.year)
        except ValueError:
            return typed

    def _has_days(self) -> bool:
        others = [day for day in self._page.days if day != self._page.birthday]
        return bool(others) or self._date.isHidden() or not self.birthday.is_empty()

    def _on_changed(self, *_values: object) -> None:
        """Show the green button once there is something to save."""
        self.quiet.setEnabled(self._has_days())
        self.forget.setVisible(not self._date.isHidden() and not self.birthday.is_empty())
        try:
            known = self._page.birthday
            as_it_is = MemberForm(
                self._page.member,
                known.date if known else None,
                known.leap if known else None,
                self._page.is_quiet,
            )
            self.action.setVisible(self._form() != as_it_is)
        except ValueError:
            self.action.setVisible(True)

    def _on_kept(self) -> None:
        name = self.name.text().strip()
        self.name.set_problem("" if name else _("A name is all we need."))
        try:
            form = self._form()
        except ValueError:
            self.name.set_problem(_("That day does not exist. Please look again."))
            self.birthday.day.edit.setFocus()
            return
        if name:
            self.kept.emit(form)

    def _on_known(self, hit: Hit) -> None:
        self.shared.emit(hit.customer.id)
