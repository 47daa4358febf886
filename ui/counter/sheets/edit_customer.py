"""Change what we keep about somebody: the name at once, everything else in folds."""

from dataclasses import dataclass, replace
from functools import reduce

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, LongDay, NearDay, Phrase, _, fill, isolated, words
from pos_companion.insight.people_words import REACHED_BY, found_us, told_when
from pos_companion.model.consent import ConsentKind
from pos_companion.model.people import Customer, PreferredChannel
from pos_companion.services.about_them import AboutThem, Change, JoinedRecord
from ui.counter.sheets.evidence_row import evidence_row
from ui.counter.sheets.fold import Fold, Line
from ui.counter.sheets.promise_row import Labelled
from ui.counter.sheets.rows import Rows
from ui.counter.sheets.source_row import SourceRow
from ui.kit import Button, Chip, Field, Flow, IconLine, Sheet, Text
from ui.panels import Wish

_FORGETFUL = N_("They said no to us remembering more than name and visits.")


@dataclass(frozen=True)
class Leaving:
    """The sheet leads on to another one.

    Attributes:
        wish: to which.
        about: what goes with it.
        change: what has to be kept first; None when nothing was touched.
    """

    wish: Wish
    about: object
    change: Change | None


class EditCustomer(Sheet):
    """Name and call-name stand open; each fold says in a line what is in it.

    Attributes:
        greet, reach, matters, found: the folds.
        allowed, visits, same: lead on to other sheets.
        source: one more way in which they found us.

    Signals:
        edited: a `Change`.
        leaving: a `Leaving`.
        part_asked: the number of a merge.
    """

    edited = Signal(object)
    leaving = Signal(object)
    part_asked = Signal(int)

    def __init__(self, about: AboutThem) -> None:
        super().__init__(_("Edit"), _("Not now"))
        self._about = about
        customer, optional = about.customer, _("optional")
        self.name = Field(_("Name"), customer.name)
        self.called = Field(_("What they like to be called"), customer.call_name)
        self.say_as = Field(_("How to say it"), customer.say_as, _("SHI-von"), optional)
        self.described = Field(
            _("How to recognise them"), customer.description, _("lady, red pram"), optional
        )
        self.phone = Field(_("Phone"), customer.phone, note=optional)
        self.email = Field(_("E-mail"), customer.email, note=optional)
        self.card = Field(_("Card"), customer.card, _("scan it now"), optional)
        self.best_time = Field(
            _("Best time"), customer.best_time, _("after six, never on Mondays"), optional
        )
        self.street = Field(_("Street"), customer.street, _("Rose Street 4"), optional)
        self.tags = Field(_("Tags"), customer.tags, _("choir, market; with commas"), optional)
        self.more = Field(_("Something that matters to them"), placeholder=_("in a few words"))
        self.formal = Chip(_("Greet them formally"), customer.formal)
        self.no_wishes = Chip(_("They do not celebrate"), customer.no_celebrations)
        self.no_offers = Chip(_("No gifts, please"), customer.no_offers)
        self.channels = {
            way: Chip(_(label), way is customer.channel) for way, label in REACHED_BY.items()
        }
        self.source = SourceRow()
        self._fields = (
            self.name, self.called, self.say_as, self.described, self.phone, self.email, self.card,
            self.best_time, self.street, self.tags, self.more, self.source.detail,
            self.source.effort,
        )  # fmt: skip
        self._lay_out(about)
        for field in self._fields:
            field.submitted.connect(self._on_submitted)
        self.set_action(_("Save"))
        self.accepted.connect(self._on_submitted)

    def start(self) -> None:
        """Give the keyboard to the name."""
        self.name.edit.setFocus()

    def take_card(self, code: str) -> bool:
        """A card was scanned: it is theirs."""
        self.card.set_text(code)
        self.reach.unfold()
        return True

    def change(self) -> Change:
        """What is to be different, as the sheet stands."""
        texts = [field.text().strip() for field in self._fields[:10]]
        name, called, say_as, described, phone, email, card, best_time, street, tags = texts
        customer = replace(
            self._about.customer,
            name=name,
            call_name=called,
            say_as=say_as,
            description=described,
            phone=phone,
            email=email,
            card=card,
            best_time=best_time,
            street=street,
            tags=tags,
            channel=next(
                (way for way, chip in self.channels.items() if chip.isChecked()),
                PreferredChannel.UNKNOWN,
            ),
            formal=self.formal.isChecked(),
            no_celebrations=self.no_wishes.isChecked(),
            no_offers=self.no_offers.isChecked(),
        )
        return Change(customer, self.source.touch(), self.more.text().strip())

    def _lay_out(self, about: AboutThem) -> None:
        self.add(self.name)
        self.add(self.called)
        for twin in about.twins:
            row = evidence_row(twin)
            row.chosen.connect(lambda other=twin.customer.id: self._leave(Wish.SAME, other))
            self.add(row)
        wants = Flow(6)
        wants.add(self.no_wishes)
        wants.add(self.no_offers)
        self.add(Labelled(_("What they want"), wants))
        self._fold(about)
        self._lead_on(about)
        for joined in about.joined:
            self.add(self._joined(joined))

    def _fold(self, about: AboutThem) -> None:
        customer = about.customer
        self.greet = _folded(_("How to greet them"), _greeted(customer), self.say_as)
        formal = Flow()
        formal.add(self.formal)
        self.greet.add(formal)
        self.greet.add(self.described)
        self.reach = _folded(_("How to reach them"), _reached(customer), self.phone, self.email)
        channels = Flow(6)
        for chip in self.channels.values():
            channels.add(chip)
            chip.toggled.connect(lambda on, one=chip: self._on_channel(one, on))
        self.reach.add(Labelled(_("They like to hear from us"), channels))
        for field in (self.best_time, self.street, self.card):
            self.reach.add(field)
        told = [fact.text for fact in about.matters]
        self.matters = _folded(_("What matters to them"), _listed(*told, customer.tags))
        for text in told:
            self.matters.add(IconLine("heart", isolated(text), "body", ("ink", "ink2"), 18))
        self.matters.add(self.more)
        self.matters.add(self.tags)
        first = about.touches[0] if about.touches else None
        said = words(found_us(first, about.senders)) if first else ""
        self.found = _folded(_("How they found us"), said)
        for touch in about.touches:
            line = told_when(touch, about.senders, NearDay(touch.day, about.today))
            self.found.add(Text(words(line), "small", "ink2"))
        if first:
            self.found.add(Text(_("Another time they came across us:"), "label", "ink2"))
        self.found.add(self.source)
        if about.is_reach_hidden:
            self.phone.hide()
            self.email.hide()
            hidden = _("Phone and e-mail are shown to those at the counter.")
            self.reach.add(Text(hidden, "small", "ink2"))
        self._more = Rows()
        self.add(self._more)
        for fold in (self.greet, self.reach, self.matters, self.found):
            self._more.add(fold)
        self._close_what_they_refused(customer)

    def _close_what_they_refused(self, customer: Customer) -> None:
        """A no to being remembered closes what is more than the name."""
        refused = customer.remember is False
        reason = _(_FORGETFUL) if refused else ""
        for fold in (self.reach, self.matters, self.found):
            fold.set_off(reason)
        if refused:
            self._more.add(Text(reason, "small", "ink2"))

    def _lead_on(self, about: AboutThem) -> None:
        self.allowed = Line(_("What they allow us to keep"), _allowed(about))
        self.visits = Line(_("Their last visits"))
        self.same = Line(_("Same person as…"))
        for line, wish in (
            (self.allowed, Wish.CONSENTS),
            (self.visits, Wish.VISITS),
            (self.same, Wish.SAME),
        ):
            line.clicked.connect(lambda _on=False, one=wish: self._leave(one))
            self._more.add(line)

    def _joined(self, joined: JoinedRecord) -> QWidget:
        row = Flow()
        text = fill(_("Joined with {name}."), name=words(joined.name))
        if joined.day is not None:
            values = {"name": joined.name, "day": LongDay(joined.day)}
            text = words(Phrase(N_("Joined with {name} on {day}."), values))
        part = Button(_("Part again"), "ghost", "undo-2")
        part.setAccessibleDescription(text)
        part.clicked.connect(lambda: self.part_asked.emit(joined.merge))
        row.add(Text(text, "small", "ink2"))
        row.add(part)
        return row

    def _leave(self, wish: Wish, about: object = None) -> None:
        change = self.change()
        touched = change != Change(self._about.customer)
        self.leaving.emit(Leaving(wish, about, change if touched else None))

    def _on_channel(self, chosen: Chip, on: bool) -> None:
        for chip in self.channels.values():
            if on and chip is not chosen:
                chip.setChecked(False)

    def _on_submitted(self) -> None:
        change = self.change()
        kept = change.customer
        if not (kept.name or kept.description or kept.card):
            self.name.set_problem(_("A name, or a few words about them, is all."))
            self.name.edit.setFocus()
            return
        self.edited.emit(change)


def _folded(label: str, said: str, *inside: QWidget) -> Fold:
    fold = Fold(label, said)
    for widget in inside:
        fold.add(widget)
    return fold


def _greeted(customer: Customer) -> str:
    formally = _("formally") if customer.formal else ""
    return _listed(customer.say_as, customer.description, formally)


def _reached(customer: Customer) -> str:
    label = REACHED_BY.get(customer.channel)
    by = _(label) if label else ""
    return _listed(customer.phone, customer.email, by, customer.best_time, customer.street)


def _listed(*parts: str) -> str:
    """What there is, in one line; what there is not is left out."""
    said = [Phrase("{part}", {"part": part}) for part in parts if part]
    return words(reduce(_and, said)) if said else ""


def _and(one: Phrase, other: Phrase) -> Phrase:
    return Phrase(N_("{one} · {other}"), {"one": one, "other": other})


def _allowed(about: AboutThem) -> str:
    answer = about.consents.about(ConsentKind.MEMORY).answer
    if answer is None:
        return _("Nobody has asked them yet")
    return _("They said yes to being remembered") if answer else _(_FORGETFUL)
