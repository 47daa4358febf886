"""Somebody asks to be forgotten."""

from collections.abc import Callable
from functools import partial

from pos_companion.i18n import N_, _, fill
from pos_companion.services.forgetting import (
    Farewell,
    Hidden,
    before_forgetting,
    forget,
    undo_forget,
)
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.forget import ForgetSheet
from ui.panels import Wish


class Forget(Errand):
    """What goes and what stays is said first; the card closes when it is done."""

    label = N_("forget them, when they ask for it")
    place = Place.CARD
    wish = Wish.FORGET

    def start(self) -> None:
        """Say what would happen; the way back leads to the card."""
        self.wished(None)

    def wished(self, about: object) -> None:
        """The same, with a way back of its own."""
        if self.visit is not None:
            work = partial(before_forgetting, self.shop, self.visit.found.card.customer.id)
            back = about if callable(about) else None
            self.desk.run(work, partial(self._open, back))

    def _open(self, back: Callable[[], object] | None, farewell: Farewell) -> None:
        sheet = ForgetSheet(farewell)
        sheet.wanted.connect(partial(self._forget, farewell.customer.id))
        self.desk.open(sheet, back)
        sheet.start()

    def _forget(self, customer: int, name: str) -> None:
        self.desk.run(partial(forget, self.shop, customer, name), self._on_forgotten)

    def _on_forgotten(self, hidden: Hidden) -> None:
        self.desk.close()
        self.journey.close()
        until = self.shop.time.local(hidden.until)
        text = fill(_("Forgotten. Until tomorrow, {hour}, a manager can bring them back."),
                    hour=until.time())  # fmt: skip
        self.desk.notices.undoable(text, partial(self._bring_back, hidden.customer))

    def _bring_back(self, customer: int) -> None:
        self.desk.run(
            partial(undo_forget, self.shop, customer), lambda _nothing: self.journey.open(customer)
        )
