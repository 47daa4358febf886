"""Beside the rules: what was given beyond them, and what colleagues may give of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import LongDay, _, fill, isolated, ngettext, value_in_words, words
from pos_companion.model.giving import LocalEvent, OwnBudget
from pos_companion.model.money import Money
from pos_companion.model.people import Customer
from pos_companion.services.exceptions import Exceptional, together
from ui.kit import Button, Field, Flow, Panel, ScrollColumn, Text
from ui.office.in_a_row import InARow
from ui.office.money import money_text, read_money
from ui.theme import theme


@dataclass(frozen=True)
class Kindness:
    """What is shown.

    Attributes:
        beyond: of yesterday and today.
    """

    own: OwnBudget
    events: tuple[LocalEvent, ...]
    beyond: tuple[Exceptional, ...]
    currency: str


class KindnessPage(QWidget):
    """A form for the own budget, and a list.

    Signals:
        kept(object): the `OwnBudget` as it is to be.
        planned(object): all the shop's own days as they are to be.
        closed: back to the rules.
    """

    kept = Signal(object)
    planned = Signal(object)
    closed = Signal()

    def __init__(self, shown: Kindness) -> None:
        super().__init__()
        self._shown = shown
        own, currency = shown.own, shown.currency
        self.per_day = _amount(_("Each colleague, a day"), own.per_day, currency)
        self.per_customer = _amount(_("For one customer"), own.per_customer, currency)
        self.days = Field(_("in so many days"), str(own.days))
        self.most_off = _amount(_("Off one ticket at most"), own.most_off, currency)
        self.called = Field(_("What is it?"), placeholder=_("market day, street festival…"))
        self.first = Field(_("From"), note=_("such as 2026-12-24"))
        self.last = Field(_("Until"), note=_("empty: that day alone"))
        self.plan = Button(_("Put it in"), "soft", "plus")
        self.keep = Button(_("Keep"), "soft", "check", "Enter")
        self.back = Button(_("Back to the rules"), "ghost", "arrow-left", "Esc")
        column = ScrollColumn()
        column.add(self._form())
        column.add(self._calendar())
        column.add(_list(shown.beyond))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        rows.addWidget(Text(_("Beyond the rules"), "title"))
        rows.addWidget(column, 1)
        rows.addWidget(self.back)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.closed)
        self.plan.clicked.connect(self._plan)
        for field in (self.called, self.first, self.last):
            field.submitted.connect(lambda _text: self._plan())
        for field in (self.per_day, self.per_customer, self.days, self.most_off):
            field.submitted.connect(lambda _text: self._keep())

    def _form(self) -> Panel:
        panel = Panel("surface", _("What colleagues may give of their own accord"), "coins")
        panel.keep_disc_at_top()
        line = _("Without a rule and without asking; whoever stands there knows best.")
        panel.add_beside(Text(line, "small", "ink2"))
        panel.add(InARow({self.per_day: 1, self.most_off: 1}))
        panel.add(InARow({self.per_customer: 1, self.days: 1}))
        actions = Flow()
        actions.add(self.keep)
        panel.add(actions)
        return panel

    def _calendar(self) -> Panel:
        panel = Panel("surface", _("The shop’s own days"), "calendar-days")
        panel.keep_disc_at_top()
        line = _("A rule can ask for them by name.")
        panel.add_beside(Text(line, "small", "ink2"))
        for event in self._shown.events:
            first, last = LongDay(event.first), LongDay(event.last)
            days = fill(_("{first} to {last}"), first=first, last=last)
            if event.first == event.last:
                days = value_in_words(first)
            row = Panel("none")
            row.set_padding(0, 0)
            row.add_beside(Text(isolated(event.name), "strong"))
            row.add_beside(Text(days, "small", "ink2"))
            drop = Button("", "ghost", "x")
            drop.setAccessibleName(fill(_("Take out: {name}"), name=event.name))
            drop.clicked.connect(lambda _on=False, one=event: self._drop(one))
            row.add_trailing(drop, middle=True)
            panel.add(row)
        panel.add(self.called)
        panel.add(InARow({self.first: 1, self.last: 1}))
        actions = Flow()
        actions.add(self.plan)
        panel.add(actions)
        return panel

    def _plan(self) -> None:
        first = _day(self.first)
        last = _day(self.last) if self.last.text().strip() else first
        if first is not None and last is not None:
            event = LocalEvent(self.called.text().strip(), first, last)
            self.planned.emit((*self._shown.events, event))

    def _drop(self, event: LocalEvent) -> None:
        self.planned.emit(tuple(one for one in self._shown.events if one != event))

    def _keep(self) -> None:
        amounts = [self._minor(field) for field in (self.per_day, self.per_customer, self.most_off)]
        text = self.days.text().strip()
        self.days.set_problem("" if text.isdecimal() else _("A whole number is needed here."))
        if None in amounts or not text.isdecimal():
            return
        per_day, per_customer, most_off = (amount or 0 for amount in amounts)
        own = replace(
            self._shown.own,
            per_day=per_day,
            per_customer=per_customer,
            most_off=most_off,
            days=int(text),
        )
        self.kept.emit(own)

    def _minor(self, field: Field) -> int | None:
        try:
            amount = read_money(field.text(), self._shown.currency).amount
        except ValueError as error:
            field.set_problem(str(error))
            return None
        field.set_problem("")
        return amount


def _day(field: Field) -> date | None:
    try:
        day = date.fromisoformat(field.text().strip())
    except ValueError:
        field.set_problem(_("Write a day such as 2026-12-24."))
        return None
    field.set_problem("")
    return day


def _amount(label: str, minor: int, currency: str) -> Field:
    return Field(label, money_text(Money(minor, currency)), note=currency)


def _list(beyond: Sequence[Exceptional]) -> Panel:
    panel = Panel("surface", _("Given beyond the rules, yesterday and today"), "heart")
    panel.keep_disc_at_top()
    if not beyond:
        panel.add_beside(Text(_("Nothing."), "body", "ink2"))
    for sums in together(beyond):
        times = ngettext("{count} time", "{count} times", sums.times)
        said = _("{name}: {times}, {money} together")
        values = {"name": _name(sums.customer), "times": fill(times, count=sums.times)}
        panel.add(Text(fill(said, **values, money=sums.cost), "body", "warn"))
    for one in beyond:
        name = _name(one.customer)
        text = _("{day} · {name} · {money}")
        head = fill(text, day=LongDay(one.line.day), name=name, money=one.cost)
        panel.add(Text(head, "strong"))
        said = words(one.how)
        if one.line.staff:
            said = fill(_("{how} · by {staff}"), how=one.how, staff=one.line.staff)
        panel.add(Text(said, "body"))
        for why in one.why:
            panel.add(Text(words(why.phrase), "small", "ink2"))
    return panel


def _name(customer: Customer | None) -> str:
    return isolated(customer.name or customer.called) if customer else _("somebody")
