"""What can be done about an answer: ask and get back to them, write it, or doubt it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from pos_companion.i18n import _
from pos_companion.model.answers import ShopAnswer
from pos_companion.services.answers import AnswerDraft
from ui.counter.sheets.promise_row import DueChips, Labelled, WhoChips
from ui.kit import Button, Field, Panel, Text

_SEPARATORS = str.maketrans(";،、", ",,,")


@dataclass(frozen=True)
class Asked:
    """A question that somebody finds out.

    Attributes:
        asked_by: whose it is, as typed; empty when it is the customer's on the card, or nobody's.
    """

    question: str
    owner: str
    due: date
    asked_by: str = ""


@dataclass(frozen=True)
class Doubt:
    """Somebody says that an answer is wrong, and somebody makes sure."""

    answer: int
    what: str
    owner: str
    due: date


@dataclass(frozen=True)
class Asking:
    """Who asks whom, and when.

    Attributes:
        today: the business date.
        names: colleagues who can find out.
        me: who is at the counter; may be empty.
        customer: what the customer on the card is called; empty when nobody is open.
        is_open: somebody is open.
    """

    today: date
    names: Sequence[str] = ()
    me: str = ""
    customer: str = ""
    is_open: bool = False


class _Promise(Panel):
    """A few questions, who and by when, and one button."""

    def __init__(self, heading: str, asking: Asking, deed: str) -> None:
        super().__init__("ask", heading)
        self.days = DueChips(asking.today, with_today=True)
        self.who = WhoChips(asking.names, asking.me)
        self.problem = Text("", "small", "danger")
        self.keep = Button(deed, "primary", "check")
        self._me = asking.me

    def _end(self) -> None:
        self.add(Labelled(_("Who finds out"), self.who))
        self.add(Labelled(_("By when"), self.days))
        self.add(self.problem)
        self.add(self.keep)
        self.problem.hide()

    def _promised(self) -> tuple[str, date] | None:
        """Who and by when; None, and the sentence shown, while one of them is missing."""
        owner, due = self.who.name() or self._me, self.days.due()
        text = "" if due else _("Which day do we promise?")
        self.problem.setText(text if owner else _("Who finds out? Somebody has to."))
        self.problem.setVisible(bool(self.problem.text()))
        return (owner, due) if owner and due else None


class AskForm(_Promise):
    """Ask and get back to them.

    Signals:
        kept: an `Asked`.
    """

    kept = Signal(object)

    def __init__(self, question: str, asking: Asking) -> None:
        super().__init__(_("Ask and get back to them"), asking, _("We get back to them"))
        self.question = Field(_("What they want to know"), question)
        self.asked_by = Field(
            _("Whose question is it?"), placeholder=_("A name, if they leave one")
        )
        self.add(self.question)
        if not asking.is_open:
            self.add(self.asked_by)
        self._end()
        self.keep.clicked.connect(self._on_kept)
        for field in (self.question, self.asked_by, self.who.other):
            field.submitted.connect(self._on_kept)

    def _on_kept(self) -> None:
        question = self.question.text().strip()
        self.question.set_problem("" if question else _("What do they want to know?"))
        promised = self._promised()
        if question and promised:
            self.kept.emit(Asked(question, *promised, self.asked_by.text().strip()))


class DoubtForm(_Promise):
    """They say this is wrong.

    Signals:
        kept: a `Doubt`.
    """

    kept = Signal(object)

    def __init__(self, answer: ShopAnswer, asking: Asking) -> None:
        super().__init__(_("They say this is wrong"), asking, _("We make sure"))
        self._answer = answer.id
        self.what = Field(_("What is wrong with it"))
        self.add(self.what)
        self._end()
        self.keep.clicked.connect(self._on_kept)
        for field in (self.what, self.who.other):
            field.submitted.connect(self._on_kept)

    def _on_kept(self) -> None:
        what = self.what.text().strip()
        self.what.set_problem("" if what else _("What is wrong with it? A few words are enough."))
        promised = self._promised()
        if what and promised:
            self.kept.emit(Doubt(self._answer, what, *promised))


class WriteForm(Panel):
    """Write the answer.

    Signals:
        kept: an `AnswerDraft`.
    """

    kept = Signal(object)

    def __init__(self, answer: ShopAnswer) -> None:
        super().__init__("surface", _("Write the answer"))
        self._answer = answer
        self.question = Field(_("What people ask"), answer.question)
        self.say = Field(_("Words to say"), answer.say)
        self.details = Field(_("For our eyes"), answer.details, note=_("optional"))
        note = _("with commas between them")
        self.tags = Field(_("Other words for it"), ", ".join(answer.tags), note=note)
        self.keep = Button(_("Keep the answer"), "primary", "check")
        for field in (self.question, self.say, self.details, self.tags):
            self.add(field)
            field.edit.setCursorPosition(0)
            field.submitted.connect(self._on_kept)
        self.add(self.keep)
        self.keep.clicked.connect(self._on_kept)

    def _on_kept(self) -> None:
        question, say = self.question.text().strip(), self.say.text().strip()
        self.question.set_problem("" if question else _("What do people ask?"))
        self.say.set_problem("" if say else _("What do we say? Write the words."))
        if question and say:
            tags = self.tags.text().translate(_SEPARATORS).split(",")
            self.kept.emit(
                AnswerDraft(
                    self._answer.id,
                    question,
                    say,
                    self.details.text().strip(),
                    tuple(tag.strip() for tag in tags if tag.strip()),
                    self._answer.good_for,
                )
            )
