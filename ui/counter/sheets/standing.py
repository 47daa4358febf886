"""How well we know somebody: the step with its evidence, what would bring the next, and a pin."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from pos_companion.i18n import N_, LongDay, NearDay, Phrase, _, fill, value_in_words, words
from pos_companion.model.cadence import Cadence
from pos_companion.model.stages import PINNABLE, Ahead, Pin, Reached
from pos_companion.services.standings import StandingPage
from ui.counter.sheets.fold import Fold
from ui.counter.sheets.rows import Rows
from ui.kit import Button, Chip, Field, Flow, IconLine, Panel, Sheet, Text

_LATEST_TURNS = 6


class StandingSheet(Sheet):
    """Facts with their days, never a score.

    Args:
        name: what they are called; may be empty.
        cadence: how they come; None when nobody can tell.

    Attributes:
        pin: opens what it takes to pin a stage.
        stages: the chips of the stages that can be pinned.
        reason: why.
        off: lets the records count again; None while nothing is pinned.

    Signals:
        pinned: the `Stage` and the reason.
        taken_off: the records are to count again.
    """

    pinned = Signal(object, str)
    taken_off = Signal()

    def __init__(self, name: str, cadence: Cadence | None) -> None:
        title = fill(_("How well we know {name}"), name=name)
        super().__init__(title if name else _("How well we know them"), _("Back"))
        self._cadence = cadence
        self.off: Button | None = None
        self._told = Rows()
        self.add(self._told)
        self.pin = Fold(_("I know better"), _("Pin where they stand, with a reason"))
        self.stages = {stage: Chip(_(stage.label)) for stage in PINNABLE}
        self.reason = Field(_("Why"), placeholder=_("They may read this one day"))
        self._keep = Button(_("Pin it"), "primary", "check", "Enter")
        self._fill_form()
        self.add(self.pin)

    def show_page(self, page: StandingPage) -> None:
        """Show it as it is now."""
        self._told.clear()
        self.off = None
        pin = page.standing.pin
        if pin is not None and pin.reason == self.reason.text().strip():
            self._forget_form()
        self._told.add(self._now(page))
        if page.standing.ahead is not None:
            self._told.add(_ahead(page.standing.ahead))
        if page.standing.reached:
            self._told.add(_steps(page.standing.reached))
        if page.turns or len(page.pins) > bool(page.standing.pin):
            self._told.add(_history(page))
        self.setFocus()

    def _now(self, page: StandingPage) -> Panel:
        standing = page.standing
        panel = Panel("selected", _(standing.stage.label), "heart-handshake")
        since = standing.entered(standing.stage)
        if since is not None:
            panel.add_beside(Text(words(_since(since, page.today)), "small", "ink2"))
        if standing.turn is not None:
            panel.add_beside(Text(words(standing.turn.because)))
            panel.add_beside(Text(fill(_("Before that: {step}"), step=_(standing.step.label))))
        if standing.pin is not None:
            panel.add_beside(Text(_pinned(standing.pin, page.today)))
            self.off = Button(_("Let the records count again"), "soft", "rotate-ccw")
            self.off.clicked.connect(self.taken_off)
            panel.add(self.off)
        guess = self._next_visit(page.today)
        if guess:
            panel.add_beside(Text(guess, "small", "ink2"))
        return panel

    def _next_visit(self, today: date) -> str:
        between = self._cadence.next_after(today) if self._cadence else None
        if between is None:
            return ""
        first, last = between
        if first == last:
            return fill(_("Next visit, a guess: {day}"), day=NearDay(first, today))
        days = {"first": NearDay(first, today), "last": NearDay(last, today)}
        return fill(_("Next visit, a guess: between {first} and {last}"), **days)

    def _fill_form(self) -> None:
        chips, group = Flow(6), QButtonGroup(self)
        for chip in self.stages.values():
            group.addButton(chip)
            chips.add(chip)
        for widget in (chips, self.reason, self._keep):
            self.pin.add(widget)
        self._keep.clicked.connect(self._on_kept)
        self.reason.submitted.connect(self._on_kept)

    def _forget_form(self) -> None:
        """What was typed is pinned by now."""
        self.reason.set_text("")
        if self.pin.is_open:
            self.pin.unfold(False)

    def _on_kept(self) -> None:
        chosen = next((stage for stage, chip in self.stages.items() if chip.isChecked()), None)
        text = self.reason.text().strip()
        missing = "" if chosen else _("Choose where they stand.")
        self.reason.set_problem(missing or ("" if text else _("A few words are enough.")))
        if chosen is not None and text:
            self.pinned.emit(chosen, text)


def _since(day: date, today: date) -> Phrase:
    if day == today:
        return Phrase(N_("since today"))
    return Phrase(N_("since {day}"), {"day": LongDay(day)})


def _steps(reached: Sequence[Reached]) -> Panel:
    """The steps so far, the latest first, each with what shows it."""
    panel = Panel("surface", _("What shows it"))
    for step in reversed(reached):
        head = _(step.stage.label)
        if step.since is not None:
            head = fill(_("{stage} since {day}"), stage=head, day=_day(step.since))
        panel.add(Text(head))
        for one in step.evidence:
            line = words(one.phrase)
            if one.on is not None:
                line = fill(_("{what} · {day}"), what=line, day=_day(one.on))
            panel.add(IconLine("check", line, "small", ("ink2", "ink2"), 18))
    return panel


def _ahead(ahead: Ahead) -> Panel:
    panel = Panel("sunk", fill(_("Next: {step}"), step=_(ahead.stage.label)))
    for missing in ahead.missing:
        panel.add(IconLine("plus", words(missing), "small", size=18))
    return panel


def _day(day: date) -> str:
    """A day that stays on one line."""
    return value_in_words(LongDay(day)).replace(" ", "\u00a0")


def _history(page: StandingPage) -> Panel:
    panel = Panel("surface", _("Away and back"))
    for pin in page.pins:
        if pin.taken_off is not None:
            panel.add(IconLine("tag", _taken_off(pin), "small", size=18))
    for turn in page.turns[: -_LATEST_TURNS - 1 : -1]:
        if turn.on is not None:
            day = _day(turn.on)
            text = fill(_("{stage} from {day}"), stage=_(turn.stage.label), day=day)
            panel.add(IconLine("clock", text, "small", size=18))
    return panel


def _pinned(pin: Pin, today: date) -> str:
    values = {"who": pin.by, "day": NearDay(pin.on, today), "reason": pin.reason}
    if pin.by:
        return fill(_("{who} pinned it, {day}: {reason}"), **values)
    return fill(_("Pinned {day}: {reason}"), **values)


def _taken_off(pin: Pin) -> str:
    values = {
        "stage": _(pin.stage.label),
        "first": LongDay(pin.on),
        "last": LongDay(pin.taken_off or pin.on),
        "reason": pin.reason,
    }
    return fill(_("{stage}, pinned from {first} to {last}: {reason}"), **values)
