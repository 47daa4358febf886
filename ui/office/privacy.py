"""What is kept about people, for the manager: who asked to go, what is old, who looked at whom."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pos_companion.errors import NotSavedError
from pos_companion.i18n import LongDay, NearDay, Phrase, _, fill, isolated, ngettext, words
from pos_companion.printouts import Document
from pos_companion.services import Shop
from pos_companion.services.duty_papers import counter_notice, stolen_sheet
from pos_companion.services.forgetting import Hidden, undo_forget
from pos_companion.services.looks import Look
from pos_companion.services.privacy import Kept, what_is_kept
from pos_companion.services.retention import (
    OldNote,
    OldRemark,
    Outdated,
    Silent,
    let_people_go,
    let_remarks_go,
    undo_let_remarks_go,
)
from ui.kit import Button, Chip, Flow, Panel, ScrollColumn, Text
from ui.office.page import OfficePage
from ui.printing import Paper, print_out
from ui.tasks import Tasks

_WIDEST = 760
_MOST = 50


class PrivacyPage(OfficePage):
    """A box for each thing to look after; each deed has its way back.

    Attributes:
        returns: by customer, the buttons of those who can be brought back.
        chips: by customer, of those who are proposed to be forgotten.
        go, settle: let the chosen people, or the old notes, go; None where there are none.
        paper: the printer; None is the computer's own.
        folder: for files where there is no printer; None is the person's documents.
    """

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__(shop, tasks, _("Privacy"), _WIDEST)
        self.returns: dict[int, Button] = {}
        self.chips: dict[int, Chip] = {}
        self.go: Button | None = None
        self.settle: Button | None = None
        self.paper: Paper | None = None
        self.folder: Path | None = None
        self._column = ScrollColumn()
        self.set_body(self._column)

    def read(self) -> None:
        """Read what is kept, now."""
        self.do(partial(what_is_kept, self.shop), self._show)

    def _show(self, kept: Kept) -> None:
        self._column.clear()
        self.returns, self.chips, self.go, self.settle = {}, {}, None, None
        self._column.add(self._asked(kept.hidden))
        self._column.add(self._silent(kept.outdated))
        self._column.add(self._old_notes(kept.outdated))
        self._column.add(self._looks(kept.looks))
        self._column.add(self._papers())
        self.setFocus()

    def _asked(self, people: Sequence[Hidden]) -> Panel:
        panel = Panel("surface", _("Asked to be forgotten"))
        if not people:
            _say(panel, _("Nobody in the last day. Older wishes were carried out for good."))
        for one in people:
            name = one.name or str(one.customer)
            until = self.shop.time.local(one.until)
            panel.add(Text(isolated(name), "strong"))
            text = _("Gone for good on {day}, {hour}.")
            _say(panel, fill(text, day=until.date(), hour=until.time()))
            button = Button(_("Bring back"), "soft", "rotate-ccw")
            button.setAccessibleName(fill(_("Bring back {name}"), name=name))
            button.clicked.connect(partial(self._bring_back, one.customer, name))
            self.returns[one.customer] = button
            panel.add(_line(button))
        return panel

    def _silent(self, old: Outdated) -> Panel:
        title = ngettext("Not here for {count} month", "Not here for {count} months", old.months)
        panel = Panel("surface", fill(title, count=old.months))
        if not old.people:
            _say(panel, _("Everybody was here more lately than that."))
            return panel
        _say(panel, _("Choose whom to forget. For a day each of them can be brought back."))
        self.chips = {one.customer: _chip(one) for one in old.people[:_MOST]}
        panel.add(_line(*self.chips.values()))
        if any(one.is_owed for one in old.people[:_MOST]):
            _say(panel, _("The hand with the heart: we still owe them something."))
        self.go = Button(_("Forget the chosen ones"), "soft", "trash-2")
        self.go.clicked.connect(self._forget)
        panel.add(_line(self.go))
        return panel

    def _old_notes(self, old: Outdated) -> Panel:
        panel = Panel("surface", _("Old notes"))
        remarks = (*old.concerns, *old.facts)
        if not remarks:
            _say(panel, _("No note is older than it should be."))
            return panel
        promises, notes = len(old.concerns), len(old.facts)
        if promises:
            text = ngettext("{count} promise was kept long ago.",
                            "{count} promises were kept long ago.", promises)  # fmt: skip
            _say(panel, fill(text, count=promises))
        if notes:
            text = ngettext(
                "{count} note has not been confirmed for too long.",
                "{count} notes have not been confirmed for too long.",
                notes,
            )
            _say(panel, fill(text, count=notes))
        for note in old.notes[:_MOST]:
            panel.add(Text(_note_in_words(note), "small", "ink"))
        self.settle = Button(_("Let them go"), "soft", "trash-2")
        self.settle.clicked.connect(partial(self._let_go, remarks))
        panel.add(_line(self.settle))
        return panel

    def _looks(self, seen: Sequence[Look]) -> Panel:
        panel = Panel("surface", _("Who opened whose card"))
        if not seen:
            _say(panel, _("Nothing to show. It is noted where people sign in with a PIN."))
        day = None
        for look in seen[:_MOST]:
            if look.day != day:
                day = look.day
                near = {"day": NearDay(day, self.shop.today)}
                panel.add(Text(words(Phrase("{day}", near)), "label", "ink2"))
            panel.add(Text(_look_in_words(look)))
        return panel

    def _papers(self) -> Panel:
        panel = Panel("surface", _("On paper"))
        notice = Button(_("Notice for the counter"), "soft", "printer")
        stolen = Button(_("If this computer is stolen"), "soft", "printer")
        for button, document in ((notice, counter_notice), (stolen, stolen_sheet)):
            button.clicked.connect(partial(self._gather, document))
        _say(panel, _("Hang up the notice where everybody can read it. Keep the other sheet with "
                      "the recovery code."))  # fmt: skip
        panel.add(_line(notice, stolen))
        return panel

    def _gather(self, document: Callable[[Shop], Document]) -> None:
        self.do(partial(document, self.shop), self._print)

    def _print(self, document: Document) -> None:
        try:
            printed = print_out(document, self.paper, self.folder)
        except NotSavedError as error:
            self.notices.show_error(error)
            return
        self.notices.tell(words(printed.phrase))

    def _bring_back(self, customer: int, name: str) -> None:
        text = fill(_("{name} is back."), name=name)
        self.do(partial(undo_forget, self.shop, customer), lambda _nothing: self._said(text))

    def _said(self, text: str) -> None:
        self.notices.clear_error()
        self.notices.tell(text)
        self.read()

    def _forget(self) -> None:
        chosen = [number for number, chip in self.chips.items() if chip.isChecked()]
        if chosen:
            self.do(partial(let_people_go, self.shop, chosen), self._on_forgotten)

    def _on_forgotten(self, people: Sequence[Hidden]) -> None:
        count = len(people)
        text = ngettext("{count} person is forgotten.", "{count} people are forgotten.", count)
        self.done(fill(text, count=count), partial(_bring_all_back, self.shop, people))

    def _let_go(self, remarks: Sequence[OldRemark]) -> None:
        count = len(remarks)
        text = ngettext("{count} note is gone.", "{count} notes are gone.", count)
        undo = partial(undo_let_remarks_go, self.shop, remarks)
        work = partial(let_remarks_go, self.shop, remarks)
        self.do(work, lambda _nothing: self.done(fill(text, count=count), undo))


def _say(panel: Panel, text: str) -> None:
    panel.add(Text(text, "small", "ink2"))


def _line(*widgets: QWidget) -> Flow:
    """Widgets as wide as they want to be, one after the other."""
    flow = Flow(6)
    for widget in widgets:
        flow.add(widget)
    return flow


def _chip(one: Silent) -> Chip:
    if one.last_visit is None:
        text = fill(_("{name}, never here"), name=words(one.name))
    else:
        text = fill(
            _("{name}, last here {day}"), name=words(one.name), day=LongDay(one.last_visit.date())
        )
    chip = Chip(text, icon="hand-heart" if one.is_owed else None)
    if one.is_owed:
        chip.setAccessibleName(fill(_("{who}; we still owe them something"), who=text))
    return chip


def _note_in_words(note: OldNote) -> str:
    text = _("{name} · {note} · {day}")
    name = isolated(words(note.name))
    return fill(text, name=name, note=isolated(note.text), day=LongDay(note.since))


def _look_in_words(look: Look) -> str:
    who = words(look.name) if look.name is not None else _("somebody who was forgotten")
    text = ngettext(
        "{staff} opened the card of {who}",
        "{staff} opened the card of {who} {count} times",
        look.times,
    )
    return fill(text, staff=look.staff, who=who, count=look.times)


def _bring_all_back(shop: Shop, people: Sequence[Hidden]) -> None:
    for one in people:
        undo_forget(shop, one.customer)
