"""Something is not their usual any more."""

from functools import partial

from pos_companion.i18n import _, fill
from pos_companion.model.visits import NotUsual, Product
from pos_companion.services.not_usual import not_usual, undo_not_usual
from ui.counter.errands import Errand
from ui.panels import Wish


class NotTheirUsual(Errand):
    """Started by a tap beside a product of the usual."""

    wish = Wish.NOT_USUAL

    def wished(self, about: object) -> None:
        """Leave it out for some visits, with a way back."""
        if self.visit is None or not isinstance(about, Product):
            return
        customer = self.visit.found.card.customer.id
        work = partial(not_usual, self.shop, customer, about)
        self.desk.run(work, partial(self._on_said, about))

    def _on_said(self, product: Product, said: NotUsual) -> None:
        text = fill(_("Not their usual any more: {product}"), product=product.name)
        self.desk.done(text, partial(undo_not_usual, self.shop, said))
