"""What they are looking for, until they have it or do not want it any more."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, NearDay, Phrase, _, fill, isolated, words
from pos_companion.model.needs import Need, NeedState
from ui.kit import Button, Flow, IconLine, Panel, Text
from ui.panels import CardPanel, OpenCard, SettledNeed, Wish


class NeedsPanel(CardPanel):
    """A line for each need, and what became of it in one tap."""

    title = N_("They are looking for")
    order = 55
    aside = True

    def part(self, shown: OpenCard) -> object | None:
        """The needs, and the day they are seen from."""
        return (shown.card.needs, shown.card.today) if shown.card.needs else None

    def draw(self, shown: OpenCard) -> QWidget:
        """Newest first."""
        panel = Panel("surface", _(self.title))
        for need in shown.card.needs:
            panel.add(IconLine("search", isolated(need.text), size=18))
            if need.heard_on is not None:
                values = {"who": need.heard_by, "day": NearDay(need.heard_on, shown.card.today)}
                heard = N_("{who} heard it, {day}") if need.heard_by else N_("Heard {day}")
                panel.add(Text(words(Phrase(heard, values)), "small", "ink2"))
            panel.add(self._answers(need))
        return panel

    def _answers(self, need: Need) -> Flow:
        answers = Flow()
        for label, icon, state in (
            (_("They have it now"), "check", NeedState.MET),
            (_("Not any more"), "x", NeedState.DROPPED),
        ):
            button = Button(label, "soft", icon)
            button.setAccessibleName(
                fill(_("{answer}: {question}"), answer=label, question=need.text)
            )
            button.clicked.connect(
                lambda _on=False, one=state: self.wish(Wish.NEED, SettledNeed(need, one))
            )
            answers.add(button)
        return answers
