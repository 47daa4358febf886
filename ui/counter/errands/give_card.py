"""Give a card nobody has to somebody we know."""

from dataclasses import replace
from functools import partial

from pos_companion.i18n import _, fill, words
from pos_companion.model.people import Customer
from pos_companion.services import Shop
from pos_companion.services.finding import display_name
from pos_companion.services.look_up import open_card
from pos_companion.services.people import edit_customer
from ui.counter.errands import Errand


class GiveCard(Errand):
    """Started from the page of an unknown card, once somebody was chosen."""

    def give(self, customer: int, code: str) -> None:
        """Make the card theirs, and open them."""
        self.desk.run(partial(_give, self.shop, customer, code), self._on_given)

    def _on_given(self, answer: tuple[Customer, Customer]) -> None:
        before, after = answer
        self.desk.done(
            fill(_("The card belongs to {name} now"), name=words(display_name(after))),
            partial(edit_customer, self.shop, before),
            opens=after.id,
        )


def _give(shop: Shop, customer: int, code: str) -> tuple[Customer, Customer]:
    before = open_card(shop, customer).card.customer
    return before, edit_customer(shop, replace(before, card=code))
