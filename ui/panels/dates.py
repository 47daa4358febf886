"""What they celebrate about now: rows to tap, and for today's the words that go with it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, Phrase, _, fill, month_name, near_day, words
from pos_companion.insight.celebration_script import CelebrationScript, celebration_script
from pos_companion.insight.celebration_words import celebration_title, when_next
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind, keep_secret
from pos_companion.model.people import Customer, Species
from pos_companion.services.celebration_days import NearDay
from ui.kit import Chip, Flow, IconLine, LineBox, Panel, Text, Tile
from ui.panels import CardPanel, OpenCard, Wish, WishSaid

_ICONS = {
    CelebrationKind.BIRTHDAY: "cake",
    CelebrationKind.NAME_DAY: "calendar-days",
    CelebrationKind.ANNIVERSARY: "heart",
    CelebrationKind.MOVING_IN: "house",
    CelebrationKind.GRADUATION: "graduation-cap",
    CelebrationKind.OTHER: "party-popper",
}


class DatesPanel(CardPanel):
    """Celebrations: just gone by, today, and soon; then those whose day has to be asked for."""

    title = N_("Coming up")
    order = 60
    aside = True

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[LineBox] = []

    @property
    def takes_enter(self) -> bool:
        """Whether somebody writes what they said."""
        return any(line.edit.hasFocus() for line in self._lines)

    def part(self, shown: OpenCard) -> object | None:
        """The days, whose card they are on, and the day they are seen from."""
        days = shown.days
        if not days.near and not days.wanted:
            return None
        return days, shown.card.customer, shown.card.today

    def draw(self, shown: OpenCard) -> QWidget:
        """One row for each: what, and when; those of today with their words."""
        panel = Panel("surface", _(self.title))
        self._lines = []
        spoken = min(shown.days.due, key=lambda day: -day.coming.days, default=None)
        for day in shown.days.near:
            panel.add(self._row(day, shown.card.today))
            for part in self._words_for(day, shown.card.customer, day is spoken):
                panel.add(part)
        for celebration in shown.days.wanted:
            panel.add(self._wanted(celebration))
        panel.add(self._add())
        return panel

    def _add(self) -> Flow:
        """As for the family: the last of the row adds one more."""
        flow, more = Flow(), Chip(_("A day worth remembering"))
        more.setCheckable(False)
        more.setAccessibleName(_("Add a day worth remembering"))
        more.clicked.connect(lambda: self.wish(Wish.CELEBRATION))
        flow.add(more)
        return flow

    def _row(self, day: NearDay, today: date) -> Tile:
        coming = day.coming
        lines = [words(celebration_title(coming.celebration)), _when(coming, today)]
        tile = _tile(_icon(coming.celebration), " · ".join(lines))
        tile.panel.add_beside(Text(lines[0]))
        tile.panel.add_beside(Text(lines[1], "label", "party"))
        tile.clicked.connect(lambda: self.wish(Wish.CELEBRATION, coming.celebration))
        return tile

    def _wanted(self, celebration: Celebration) -> Tile:
        lines = [words(celebration_title(celebration)), words(when_next(celebration))]
        tile = _tile("circle-help", " · ".join(lines))
        tile.panel.add_beside(Text(lines[0]))
        tile.panel.add_beside(Text(lines[1], "label", "ask"))
        tile.clicked.connect(lambda: self.wish(Wish.CELEBRATION, celebration))
        return tile

    def _words_for(self, day: NearDay, customer: Customer, spoken: bool) -> list[QWidget]:
        """What to say about the one that is said, and a tick; whom not to mention it to, always."""
        if spoken:
            return [_Script(self, day, customer)]
        secret = keep_secret(day.coming.celebration)
        eyes: list[QWidget] = [] if secret is None else [_eyes(words(secret))]
        return [*eyes, self._tick(day)] if day.is_due else eyes

    def _tick(self, day: NearDay) -> Flow:
        flow, chip = Flow(), Chip(_("Wished"), day.wished is not None)
        chip.toggled.connect(lambda on: self.wish(Wish.WISHED, WishSaid(day, on)))
        flow.add(chip)
        return flow

    def script_parts(self, day: NearDay) -> tuple[LineBox, Flow]:
        """The line for an answer and the tick, for the words of a day."""
        label = _("What they said; Enter keeps it")
        line = LineBox(label)
        line.set_name(label)
        self._lines.append(line)
        return line, self._tick(day)


class _Script(Panel):
    """Whom to look at, what to say, one open question, and what only our eyes may see."""

    def __init__(self, owner: DatesPanel, day: NearDay, customer: Customer) -> None:
        super().__init__("none")
        self._day, self._customer = day, customer
        self.set_padding(0, 4)
        self._address = IconLine("user", "", "small", ("ink2", "ink2"), 18)
        self._address.hide()
        self._say = Text("", "title")
        self._know = Panel("none")
        self._know.set_padding(0, 0)
        self._answer, chips = owner.script_parts(day)
        self._answer.submitted.connect(lambda text: self._answered(owner, text))
        for part in (self._address, self._say, self._know, self._answer):
            self.add(part)
        celebration = day.coming.celebration
        if celebration.species is Species.CHILD and not celebration.hidden_from:
            self._address.show()
            here = Chip(fill(_("{name} is here"), name=celebration.who), icon="baby")
            here.toggled.connect(self._say_it)
            chips.add(here)
        self.add(chips)
        self._script: CelebrationScript | None = None
        for line in self._say_it(False):
            self._know.add(_eyes(words(line)))
        self._know.setVisible(bool(self._script and self._script.know))

    def _say_it(self, child_is_here: bool) -> tuple[Phrase, ...]:
        script = celebration_script(self._day.coming, self._customer, child_is_here)
        self._script = script
        if script is None:
            return ()
        said = f"{words(script.opening)} {words(script.question)}"
        self._say.setText(fill(_("“{words}”"), words=said))
        self._address.text.setText(words(script.address))
        return script.know

    def _answered(self, owner: DatesPanel, text: str) -> None:
        if text.strip() and self._script is not None:
            about = self._script.about
            self._answer.set_text("")
            owner.wish(Wish.WISHED, WishSaid(self._day, False, text.strip(), about))


def _tile(icon: str, sentence: str) -> Tile:
    tile = Tile("none", "", icon, "party")
    tile.setText(sentence)
    tile.panel.set_padding(0, 2)
    return tile


def _eyes(sentence: str) -> IconLine:
    return IconLine("eye-off", sentence, "small", ("ink2", "ink2"), 18)


def _icon(celebration: Celebration) -> str:
    if celebration.species is Species.CHILD and celebration.kind is CelebrationKind.BIRTHDAY:
        return "cake-slice"
    return _ICONS[celebration.kind]


def _when(coming: ComingUp, today: date) -> str:
    if coming.span.first != coming.span.last:
        text = words(
            Phrase(N_("some day in {month}"), {"month": month_name(coming.span.first.month)})
        )
    else:
        text = near_day(coming.span.first, today)
    return text[:1].upper() + text[1:]
