"""A visit as it really was: what they had, what it came to, when it was, and what sort it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from pos_companion.i18n import N_, FullDay, Phrase, _, isolated, words
from pos_companion.model.visits import BasketLine, Product, VisitKind
from pos_companion.services.catalogue import money_written
from pos_companion.services.correct_visit import WHY_PUT_RIGHT, WhyPutRight, total_of
from pos_companion.services.past_visits import KINDS, LastVisit
from ui.counter.sheets.date_row import DateRow
from ui.counter.sheets.fold import Fold
from ui.counter.sheets.item_rows import ItemForm, ItemRow
from ui.counter.sheets.promise_row import Labelled
from ui.counter.sheets.rows import Rows
from ui.kit import Chip, Field, Flow, LineBox, Sheet, Text

_MOST = 4
"""So many products can be added with one tap."""


@dataclass(frozen=True)
class VisitForm:
    """What somebody wrote; None is as it was.

    Attributes:
        total: what it came to in all, as it was typed.
            at: when it was, by the shop's clock.
    """

    uid: str
    why: WhyPutRight
    items: tuple[ItemForm, ...] | None = None
    total: str | None = None
    kind: VisitKind | None = None
    at: datetime | None = None


class CorrectVisitSheet(Sheet):
    """What is most often wrong stands open; the rest is folded away.

    Args:
        shown: the visit as it is written down.
        today: the business date.
        best: products to add with one tap.

    Attributes:
        items: a row for each thing they had.
        line: to find a product with; `found` are the chips for those.
        total, when, day, time: what can be typed.
        kinds, whys: chips.

    Signals:
        put_right: a `VisitForm`.
        sought: the text to find a product by.
    """

    put_right = Signal(object)
    sought = Signal(str)

    def __init__(self, shown: LastVisit, today: date, best: Sequence[Product] = ()) -> None:
        super().__init__(_("Put it right"), _("Back"))
        self._shown, self._today, self._best = shown, today, tuple(best)
        self._found: tuple[Product, ...] = ()
        self._why_said = False
        visit = shown.visit
        self.items: list[ItemRow] = []
        self._items = Rows(10)
        self.line = LineBox(_("Type to add something"), "plus")
        self.line.set_name(_("Type to add something"))
        self.found = Flow(6)
        self.total = Field(_("What it came to in all"), money_written(total_of(visit)))
        self._total = self.total.text()
        self.day, self.time = DateRow(_("Day")), Field(_("Time"), _clock(shown))
        self.when = Fold(_("When it was"), _when(shown))
        self.kinds = {kind: Chip(_(text), kind is visit.kind) for kind, text in KINDS.items()}
        self.kind = Fold(_("What sort of visit"), _(KINDS[visit.kind]))
        self.whys = {why: Chip(_(text)) for why, text in WHY_PUT_RIGHT.items()}
        self._lay_out()
        self._connect()
        self._show_products(())
        self._guess_why()
        self.set_action(_("Put it right"))

    def form(self) -> VisitForm:
        """As the sheet stands.

        Raises:
            ValueError: a sentence says which day or time there is not.
        """
        shown = self._shown
        kind = next(kind for kind, chip in self.kinds.items() if chip.isChecked())
        total, day = self.total.text().strip(), self._day()
        at = None
        if day != shown.day or self.time.text() != _clock(shown):
            at = datetime.combine(_known(day), _time(self.time.text()))
        return VisitForm(
            uid=shown.uid,
            why=next(why for why, chip in self.whys.items() if chip.isChecked()),
            items=tuple(row.form() for row in self.items) if self._are_items_changed() else None,
            total=None if total == self._total else total,
            kind=None if kind is shown.visit.kind else kind,
            at=at,
        )

    def show_found(self, text: str, products: Sequence[Product]) -> None:
        """Show what was found by a text."""
        if text == self.line.text():
            self._show_products(tuple(products))

    def add_product(self, product: Product) -> None:
        """They had this too."""
        known = next((row for row in self.items if row.form().product.id == product.id), None)
        if known is not None:
            known.add_one()
        else:
            self._add_row(ItemRow(BasketLine(product, amount=product.price)))
        self.line.set_text("")
        self._show_products(())
        self.line.edit.setFocus()
        self._on_items()

    def _lay_out(self) -> None:
        self.add(Text(_when(self._shown), "small", "ink2"))
        self.add(self._items)
        for line in self._shown.visit.basket.lines:
            self._add_row(ItemRow(line))
        self.add(self.line)
        self.add(self.found)
        self.add(self.total)
        self.day.show_day(self._shown.day.month, self._shown.day.day)
        for widget in (self.day, self.time):
            self.when.add(widget)
        self.kind.add(_one_of(self, self.kinds.values()))
        for fold in (self.when, self.kind):
            self.add(fold)
        self.add(Labelled(_("Why?"), _one_of(self, self.whys.values())))
        for was in self._shown.was_said:
            self.add(Text(words(was), "small", "ink2"))

    def _connect(self) -> None:
        self.line.edited.connect(self._on_typed)
        self.line.submitted.connect(self._on_entered)
        for edited in (self.total.edited, self.time.edited, self.day.day.edited):
            edited.connect(self._guess_why)
        self.day.month.picked.connect(self._guess_why)
        for chip in self.kinds.values():
            chip.clicked.connect(self._guess_why)
        for chip in self.whys.values():
            chip.clicked.connect(self._on_why)
        self.accepted.connect(self._on_put_right)

    def _add_row(self, row: ItemRow) -> None:
        row.changed.connect(self._on_items)
        self.items.append(row)
        self._items.add(row)

    def _show_products(self, found: tuple[Product, ...]) -> None:
        self._found = found
        self.found.clear()
        here = {row.form().product.id for row in self.items}
        best = [product for product in self._best if product.id not in here]
        for product in found if self.line.text() else best[:_MOST]:
            chip = Chip(isolated(product.name))
            chip.setCheckable(False)
            chip.clicked.connect(lambda _on=False, one=product: self.add_product(one))
            self.found.add(chip)

    def _on_typed(self, text: str) -> None:
        self._show_products(())
        if text.strip():
            self.sought.emit(text)

    def _on_entered(self, _text: str) -> None:
        if self._found:
            self.add_product(self._found[0])

    def _on_put_right(self) -> None:
        try:
            self.put_right.emit(self.form())
        except ValueError as error:
            self.when.unfold()
            self.time.set_problem(str(error))

    def _on_items(self) -> None:
        """What it came to is the sum of the lines, until somebody types another one."""
        if self.total.text() == self._total and self.items:
            self._total = _sum([row.form() for row in self.items])
            self.total.set_text(self._total)
        self._guess_why()

    def _on_why(self) -> None:
        self._why_said = True

    def _guess_why(self) -> None:
        """The reason that what was changed speaks of, until somebody says another one."""
        if self._why_said:
            return
        why = WhyPutRight.ITEMS
        if not self._are_items_changed():
            other_time = self._day() != self._shown.day or self.time.text() != _clock(self._shown)
            other_total = self.total.text().strip() != self._total
            why = WhyPutRight.TIME if other_time else WhyPutRight.OTHER
            why = WhyPutRight.AMOUNT if other_total else why
        self.whys[why].setChecked(True)

    def _are_items_changed(self) -> bool:
        return len(self.items) != len(self._shown.visit.basket.lines) or any(
            row.is_changed() for row in self.items
        )

    def _day(self) -> date | None:
        """The last such day that was; None where there is none."""
        month, day = self.day.month.month, self.day.day.text()
        if (month, day) == (self._shown.day.month, str(self._shown.day.day)):
            return self._shown.day
        for year in (self._today.year, self._today.year - 1):
            try:
                found = date(year, month, int(day or 0))
            except ValueError:
                continue
            if found <= self._today:
                return found
        return None


def _sum(items: Sequence[ItemForm]) -> str:
    """What the lines come to as it is typed; empty while an amount is none."""
    amounts = [item.amount.replace(",", ".") for item in items if item.quantity and item.amount]
    try:
        return str(sum(map(Decimal, amounts))) if amounts else ""
    except InvalidOperation:
        return ""


def _clock(shown: LastVisit) -> str:
    return shown.at.strftime("%H:%M")


def _when(shown: LastVisit) -> str:
    return words(Phrase(N_("{day}, {at}"), {"day": FullDay(shown.day), "at": shown.at}))


def _known(day: date | None) -> date:
    if day is None:
        raise ValueError(_("There is no such day."))
    return day


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text.strip().replace(".", ":").zfill(5))
    except ValueError as error:
        raise ValueError(_("Write a time such as 09:30.")) from error


def _one_of(owner: Sheet, chips: Iterable[Chip]) -> Flow:
    """Chips of which one is chosen."""
    group, flow = QButtonGroup(owner), Flow(6)
    for chip in chips:
        group.addButton(chip)
        flow.add(chip)
    return flow
