"""What a customer allows us to keep: each kind with its answer, its day, and what a no means."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from pos_companion.i18n import N_, NearDay, Phrase, _, fill, words
from pos_companion.model.consent import Consent, ConsentKind, Consents
from pos_companion.services.consents import CONSENT_LABELS
from ui.kit import Button, Chip, Flow, Panel, Sheet, Text

_ANSWERS: tuple[tuple[bool | None, str], ...] = (
    (True, N_("Yes")),
    (False, N_("No")),
    (None, N_("Nobody has asked them yet")),
)
_A_NO_MEANS: Mapping[ConsentKind, str] = {
    ConsentKind.MEMORY: N_("With a no the card shows only the name and the visits."),
    ConsentKind.FAMILY: N_("With a no family and pets are neither shown nor found."),
    ConsentKind.PHOTO: N_("With a no, or before a yes, no photo is kept."),
    ConsentKind.HEALTH: N_("With a no nothing of it is shown; only a yes keeps it in full."),
    ConsentKind.MESSAGES: N_("With a no, or before a yes, nothing is sent to them."),
}


class ConsentsSheet(Sheet):
    """One box for each kind; a tap on an answer counts at once.

    Args:
        given: the answers there are.
        name: whom they are of.
        today: the business date.

    Attributes:
        kinds: the boxes.
        kept: they want to know what is kept.
        forget: they want nothing kept at all.

    Signals:
        answered: the kind, and yes, no or None for nobody asked.
        asking: they ask what is kept.
        forgetting: they ask to be forgotten.
    """

    answered = Signal(object, object)
    asking = Signal()
    forgetting = Signal()

    def __init__(self, given: Consents, name: str, today: date) -> None:
        title = fill(_("What {name} allows us to keep"), name=name)
        super().__init__(title if name else _("What they allow us to keep"), _("Back"))
        self._today = today
        self.add(Text(_("A no hides it at once. It deletes nothing."), "small", "ink2"))
        self.kinds = {kind: KindOfConsent(kind) for kind in ConsentKind}
        for kind, box in self.kinds.items():
            box.answered.connect(lambda answer, one=kind: self.answered.emit(one, answer))
            self.add(box)
        self.kept = Button(_("Show all we keep"), "soft", "eye")
        self.kept.clicked.connect(self.asking)
        self.add(self.kept)
        self.forget = Button(_("They ask to be forgotten"), "ghost", "trash-2")
        self.forget.clicked.connect(self.forgetting)
        self.add(self.forget)
        self.show_given(given)

    def show_given(self, given: Consents) -> None:
        """Show the answers as they are now."""
        nothing = given.about(ConsentKind.MEMORY).answer is False
        for kind, box in self.kinds.items():
            box.show_answer(given.about(kind), self._today)
            box.set_covered(nothing and kind is not ConsentKind.MEMORY)


class KindOfConsent(Panel):
    """Three answers, of which one is on.

    Attributes:
        chips: yes, no, nobody asked.
        said: since when it is so, and who asked.

    Signals:
        answered: yes, no or None.
    """

    answered = Signal(object)

    def __init__(self, kind: ConsentKind) -> None:
        label = _(CONSENT_LABELS[kind])
        super().__init__("surface", label)
        self.chips = [Chip(_(text)) for _answer, text in _ANSWERS]
        self.said = Text("", "small", "ink2")
        self._means = Text(_(_A_NO_MEANS[kind]), "small", "ink3")
        group, flow = QButtonGroup(self), Flow(6)
        for (answer, text), chip in zip(_ANSWERS, self.chips, strict=True):
            chip.setAccessibleName(fill(_("{what}: {answer}"), what=label, answer=_(text)))
            chip.clicked.connect(lambda _on=False, one=answer: self.answered.emit(one))
            group.addButton(chip)
            flow.add(chip)
        for widget in (flow, self.said, self._means):
            self.add(widget)
        self.set_gap(6)

    def show_answer(self, consent: Consent, today: date) -> None:
        """Show it."""
        for (answer, _text), chip in zip(_ANSWERS, self.chips, strict=True):
            chip.setChecked(answer is consent.answer)
        self.said.setText(_asked(consent, today))
        self.said.setVisible(bool(self.said.text()))

    def set_covered(self, covered: bool) -> None:
        """A no to being remembered is a no to this as well."""
        for chip in self.chips:
            chip.setEnabled(not covered)
        if covered:
            self.said.setText(_("They said no to all of it."))
            self.said.show()


def _asked(consent: Consent, today: date) -> str:
    if consent.day is None:
        return ""
    values = {"who": consent.asked_by, "day": NearDay(consent.day, today)}
    text = N_("{who} asked them, {day}") if consent.asked_by else N_("They were asked {day}")
    return words(Phrase(text, values))
