"""One thing they may need today: a guess, with its reason; never pressed on anybody."""

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_, _, fill, isolated, words
from ui.kit import Button, Flow, Panel, Text
from ui.panels import CardPanel, OpenCard, Wish


class GuessPanel(CardPanel):
    """The thing, the reason, and two ways on; absent on most days."""

    title = N_("Maybe also, a guess")
    order = 45

    def part(self, shown: OpenCard) -> object | None:
        """The guess."""
        return shown.guess

    def draw(self, shown: OpenCard) -> QWidget:
        """Put it in with a tap, or let it rest."""
        guess = shown.guess
        if guess is None:
            raise ValueError("nothing to guess")
        name = guess.product.name
        panel = Panel("surface", _(self.title), "lightbulb")
        panel.keep_disc_at_top()
        panel.add_beside(Text(isolated(name), "strong"))
        panel.add_beside(Text(words(guess.because), "small", "ink2"))
        add = Button(_("Add it"), "soft", "plus")
        add.setAccessibleName(fill(_("Add {product}"), product=name))
        add.clicked.connect(lambda: self.wish(Wish.PRODUCT, guess.product))
        rest = Button(_("Not needed"), "ghost")
        rest.setAccessibleName(fill(_("{product} is not needed"), product=name))
        rest.clicked.connect(lambda: self.wish(Wish.NOT_NEEDED, guess))
        ways = Flow()
        for button in (add, rest):
            ways.add(button)
        panel.add(ways)
        return panel
