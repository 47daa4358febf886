"""One rule as a sentence with parts to tap, the words to say, and why the shop does it."""

from dataclasses import replace

from babel import Locale
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import N_, _, languages
from pos_companion.rules import Rule
from pos_companion.rules.rule import Wording
from pos_companion.services.rule_choices import RuleChoices
from ui.kit import Field, Flow, Panel, Text
from ui.office.rules.choosing import OneOf
from ui.office.rules.conditions import Conditions
from ui.office.rules.part_rows import Effects, Limits
from ui.office.rules.say import SayField
from ui.office.rules.sentence import Sentence
from ui.office.rules.turn import Turn
from ui.office.rules.unfold import Unfold
from ui.theme import theme

KINDS = {
    "celebration": N_("A celebration"),
    "milestone": N_("A milestone"),
    "welcome-back": N_("Welcome back"),
    "thanks": N_("Thank you"),
    "apology": N_("An apology"),
    "surprise": N_("A surprise"),
}
_OWN = (
    "valid_from", "valid_through", "needs_approval", "reason_required", "group", "group_mode",
    "stack", "excludes",
)  # fmt: skip
"""The fields of a rule that its own terms word."""
_TERMS = ("validity", "group", "excludes", "approval", "reason")


class RuleEditor(QWidget):
    """Shows a rule and hands over what becomes of it.

    Args:
        rule: as it stands.
        choices: what its parts can be chosen from.

    Attributes:
        turn: the one small choice that is open.

    Signals:
        changed(object): the rule as it is now.
    """

    changed = Signal(object)

    def __init__(self, rule: Rule, choices: RuleChoices) -> None:
        super().__init__()
        self._rule = rule
        self.turn = Turn()
        self.when = Conditions(rule.when, choices, self.turn)
        self.effects = Effects(rule.effects, choices, self.turn)
        self.limits = Limits(rule.caps, choices, self.turn)
        self.say = SayField(_("Words to say"), _(rule.say) if rule.say else "", "", rule.kind)
        self.why = Field(_("Why we do this"), _(rule.why) if rule.why else "",
                         note=_("for your colleagues"))  # fmt: skip
        self.promise = Field(_("The promise it keeps"), _(rule.promise) if rule.promise else "",
                             note=_("may stay empty"))  # fmt: skip
        self.called = Field(_("What it is called"), _(rule.name) if rule.name else "")
        for line in (self.say.field, self.why, self.promise, self.called):
            line.edit.setCursorPosition(0)
        self.terms = [Sentence(rule, choices, self.turn, term) for term in _TERMS]
        self.more = Unfold(_("More about this rule"))
        tags = dict.fromkeys((*languages(), *choices.languages))
        self.spoken = {tag: self._spoken(tag) for tag in tags}
        self.others = Unfold(_("In the customers’ languages"))
        self._lay_out()
        self._connect()

    def rule(self) -> Rule:
        """The rule as it stands on the screen."""
        return self._rule

    def _lay_out(self) -> None:
        panel = Panel("surface")
        sentences: tuple[QWidget, ...] = (self.when, self.effects, self.limits)
        for part in sentences:
            panel.add(part)
        adding = Flow(4)
        for button in (self.when.add, self.effects.add, self.limits.add):
            adding.add(button)
        panel.add(adding)
        panel.set_gap(14)
        wording = Panel("surface")
        for widget in (self.say, self.others, self.why, self.promise, self.more):
            wording.add(widget)
        hint = _("For customers who speak it; without words of its own the line above is said.")
        self.others.add(Text(hint, "small", "ink2"))
        for line in self.spoken.values():
            self.others.add(line)
        self.more.add(self.called)
        self.more.add(OneOf(_("What sort of kindness it is"), _kinds(), self._rule.kind, self._be))
        for term in self.terms:
            self.more.add(term)
        note = _("Rules of one group compete; a group is any word the rules have in common.")
        self.more.add(Text(note, "small", "ink2"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        rows.addWidget(panel)
        rows.addWidget(wording)

    def _connect(self) -> None:
        self.when.changed.connect(lambda: self._become(when=self.when.condition()))
        self.effects.changed.connect(lambda: self._become(effects=tuple(self.effects.parts)))
        self.limits.changed.connect(lambda: self._become(caps=tuple(self.limits.parts)))
        for line in self.spoken.values():
            line.edited.connect(lambda _text: self._become(also=self._also()))
        self.say.edited.connect(lambda text: self._become(say=text))
        self.why.edited.connect(lambda text: self._become(why=text.strip()))
        self.promise.edited.connect(lambda text: self._become(promise=text.strip()))
        self.called.edited.connect(lambda text: self._become(name=text.strip()))
        for term in self.terms:
            term.changed.connect(self._on_term)

    def _spoken(self, tag: str) -> SayField:
        known = {one.language: one.say for one in self._rule.also}
        called = Locale.parse(tag.replace("-", "_")).get_display_name() or tag
        return SayField(called, known.get(tag, ""), tag, self._rule.kind)

    def _also(self) -> tuple[Wording, ...]:
        """What is written, and what is kept in languages that have no line here."""
        elsewhere = [one for one in self._rule.also if one.language not in self.spoken]
        written = [Wording(tag, line.text()) for tag, line in self.spoken.items() if line.text()]
        return (*written, *elsewhere)

    def _on_term(self, said: Rule) -> None:
        self._become(**{name: getattr(said, name) for name in _OWN})
        for term in self.terms:
            term.part = self._rule

    def _be(self, kind: str) -> None:
        self._become(kind=kind)

    def _become(self, **values: object) -> None:
        self._rule = replace(self._rule, **values)  # type: ignore[arg-type]
        self.changed.emit(self._rule)


def _kinds() -> dict[str, str]:
    return {kind: _(text) for kind, text in KINDS.items()}
