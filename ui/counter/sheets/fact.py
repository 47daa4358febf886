"""One thing they told us: what it is, from whom, and four things to do with it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from pos_companion.i18n import N_, NearDay, Phrase, _, fill, isolated, words
from pos_companion.insight.note_words import LOCKS, complaints_about
from pos_companion.model.card import CustomerCard, ShownFact
from pos_companion.model.facts import Discretion, FactKind
from pos_companion.services.facts import Correction
from ui.counter.sheets.concern_steps import Step
from ui.counter.sheets.discretion_row import ICONS, MEANINGS, DiscretionChips
from ui.kit import Button, Field, Flow, IconLine, Sheet, Tag, Text
from ui.panels import FactDeed, FactWish

_KINDS: Mapping[FactKind, str] = {
    FactKind.NOTE: N_("Note"),
    FactKind.LIKE: N_("Like"),
    FactKind.DISLIKE: N_("Dislike"),
    FactKind.ALLERGY: N_("Allergy"),
    FactKind.DIET: N_("Diet"),
    FactKind.FAITH: N_("Limit they keep to"),
    FactKind.MATTERS: N_("Matters to them"),
    FactKind.WORRY: N_("Worry"),
    FactKind.COMFORT: N_("For their comfort"),
    FactKind.TENDER: N_("Be gentle"),
}
_STEPS: tuple[tuple[FactDeed, str, str, str], ...] = (
    (FactDeed.USED, N_("Used it"), N_("It helped to serve them today"), "hand-heart"),
    (FactDeed.STILL_TRUE, N_("Still true"), N_("They said so today"), "circle-check"),
    (FactDeed.WRONG, N_("That’s wrong"), N_("It is never shown or used again"), "x"),
)
_KEYS: tuple[Qt.Key, ...] = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class FactSheet(Sheet):
    """One fact.

    Attributes:
        steps: used, still true, wrong: keys 1 to 3.
        change: opens the line to word it anew, key 4.
        text, discretion: what can be changed.

    Signals:
        answered: a `FactWish`.
        changed: a `Correction`.
    """

    answered = Signal(object)
    changed = Signal(object)

    def __init__(self, shown: ShownFact, card: CustomerCard) -> None:
        called = card.customer.called
        back = fill(_("Back to {name}"), name=called) if called else _("Back to the card")
        super().__init__(_("They told us"), back)
        self._shown = shown
        self._fact = shown.fact
        self.steps: dict[FactDeed, Step] = {}
        self.title.setText(words(shown.phrase))
        self._add_what_is_known(card)
        for key, (deed, label, means, icon) in enumerate(_STEPS, start=1):
            step = Step((_(label), _(means)), icon, str(key))
            step.taken.connect(lambda one=deed: self.answered.emit(FactWish(shown, one)))
            self.steps[deed] = step
            self.add(step)
        self.change = Step(
            (_("Change it"), _("Other words, or who may learn it")), "pencil", str(len(_KEYS))
        )
        self.change.taken.connect(self._unfold)
        self.add(self.change)
        self._fill_form()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 take a step; Esc closes the open form, then the sheet."""
        steps = dict(zip(_KEYS, (*self.steps.values(), self.change), strict=True))
        step = steps.get(Qt.Key(event.key()))
        if step is not None and not event.isAutoRepeat():
            step.taken.emit()
        elif event.key() == Qt.Key.Key_Escape and not self.change.form.isHidden():
            self._unfold()
        else:
            super().keyPressEvent(event)

    def _add_what_is_known(self, card: CustomerCard) -> None:
        fact = self._fact
        tags = Flow()
        tags.add(Tag(_(_KINDS[fact.kind])))
        about = next((one.name for one in card.household if one.id == fact.about), "")
        if about:
            tags.add(Tag(isolated(about), "user"))
        self.add(tags)
        self._line(ICONS[fact.discretion], _(MEANINGS[fact.discretion]))
        for icon, known in (("ear", self._shown.source), ("clock", _used(self._shown, card))):
            if known is not None:
                self._line(icon, words(known))
        if self._shown.note is not None:
            self._line("shield", words(self._shown.note))

    def _line(self, icon: str, text: str) -> None:
        self.add(IconLine(icon, text, "small", ("ink2", "ink2"), 18))

    def _fill_form(self) -> None:
        form = self.change.form
        self.text = Field(_("In their words"), self._fact.text)
        self.discretion = DiscretionChips(self._fact.discretion)
        self._means = Text("", "small", "ink2")
        self._warned = Text("", "small", "warn")
        self._save = Button(_("Keep it"), "primary", "check", "Enter")
        for widget in (self.text, self._warned, self.discretion, self._means, self._save):
            form.add(widget)
        self._save.clicked.connect(self._on_changed)
        self.text.submitted.connect(self._on_changed)
        self.text.edited.connect(lambda _text: self._explain())
        self.discretion.chosen.connect(lambda _level: self._explain())
        self._explain()

    def _explain(self) -> None:
        """What the chosen discretion means, and what should be read about the words."""
        level = self.discretion.discretion() or self._fact.discretion
        self._means.setText(_(MEANINGS[level]))
        found = complaints_about(self.text.text())
        if level is Discretion.LOCKED:
            found = [one for one in found if one.code != LOCKS]
        self._warned.setText(words(found[0].phrase) if found else "")
        self._warned.setVisible(bool(found))

    def _unfold(self) -> None:
        form = self.change.form
        form.setVisible(form.isHidden())
        if form.isHidden():
            self.setFocus()
            return
        self.text.edit.setFocus()
        QTimer.singleShot(0, form, lambda: self.body.ensureWidgetVisible(form))

    def _on_changed(self) -> None:
        text, level = self.text.text().strip(), self.discretion.discretion()
        self.text.set_problem("" if text else _("A few words are enough."))
        if text:
            self.changed.emit(Correction(text=text, discretion=level))


def _used(shown: ShownFact, card: CustomerCard) -> Phrase | None:
    fact = shown.fact
    if fact.used_on is not None:
        return Phrase(N_("Last used {day}"), {"day": NearDay(fact.used_on, card.today)})
    return None
