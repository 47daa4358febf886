"""What they allow us to keep: asked, answered, taken back."""

from collections.abc import Callable
from functools import partial

from pos_companion.i18n import N_, _, fill, words
from pos_companion.model.consent import Consent, ConsentKind, Consents
from pos_companion.services.consents import CONSENT_LABELS, consents, set_consent, undo_consent
from pos_companion.services.finding import display_name
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.consents import ConsentsSheet
from ui.panels import Intent, Wish

_SAID = {
    True: N_("They said yes: {what}"),
    False: N_("They said no: {what}"),
    None: N_("Nobody has asked them: {what}"),
}


class WhatTheyAllow(Errand):
    """Each answer counts at once, on the card as well."""

    label = N_("what they allow us to keep")
    place = Place.CARD
    wish = Wish.CONSENTS

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self.journey.changed.connect(self._on_changed)

    def start(self) -> None:
        """Open the sheet; its way back leads to the card."""
        self._read(None)

    def wished(self, about: object) -> None:
        """The same, with a way back of its own."""
        self._read(about if callable(about) else None)

    def _read(self, back: Callable[[], object] | None) -> None:
        if self.visit is not None:
            work = partial(consents, self.shop, self.visit.found.card.customer.id)
            self.desk.run(work, partial(self._open, back))

    def _open(self, back: Callable[[], object] | None, given: Consents) -> None:
        if self.visit is None or self.visit.found.card.customer.id != given.customer:
            return
        card = self.visit.found.card
        name = card.customer.called or words(display_name(card.customer))
        sheet = ConsentsSheet(given, name, card.today)
        sheet.answered.connect(partial(self._answer, given.customer))
        sheet.asking.connect(lambda: self.desk.wished.emit(Intent(Wish.KEPT, self.start)))
        sheet.forgetting.connect(lambda: self.desk.wished.emit(Intent(Wish.FORGET, self.start)))
        self.desk.open(sheet, back)

    def _answer(self, customer: int, kind: ConsentKind, answer: bool | None) -> None:
        work = partial(set_consent, self.shop, customer, kind, answer)
        self.desk.run(work, partial(self._on_answered, answer))

    def _on_answered(self, answer: bool | None, before: Consent) -> None:
        if before.answer is answer:
            return
        self.desk.done(
            fill(_(_SAID[answer]), what=_(CONSENT_LABELS[before.kind])),
            partial(undo_consent, self.shop, before),
        )

    def _on_changed(self, _visit: object) -> None:
        """The card was read again: so are the answers, if they are on the screen."""
        sheet = self.desk.sheet
        if isinstance(sheet, ConsentsSheet) and self.visit is not None:
            work = partial(consents, self.shop, self.visit.found.card.customer.id)
            self.journey.tasks.run(work, sheet.show_given, self.desk.refused, sheet)
