"""Something else than the usual: chips to tap, and a line to find a product with."""

from dataclasses import replace
from functools import partial

from pos_companion.model.visits import Product
from pos_companion.services.catalogue import find_products
from ui.counter.current import Current


class Choice:
    """What goes into the basket of the open visit.

    Args:
        current: that visit.
    """

    def __init__(self, current: Current) -> None:
        self._current = current

    def start(self) -> None:
        """Open the chips for something else."""
        visit = self._current.visit
        if visit is not None:
            self._current.show(replace(visit, choosing=True))

    def stop(self) -> None:
        """Close the chips; the usual is as it was."""
        visit = self._current.visit
        if visit is not None:
            self._current.show(visit.chosen_no_more())

    def toggle(self, product: Product) -> None:
        """Put a product in, or take it out."""
        visit = self._current.visit
        if visit is not None:
            self._current.show(visit.with_toggled(product))

    def seek(self, text: str) -> None:
        """Find products for the chips."""
        visit = self._current.visit
        if visit is None:
            return
        self._current.show(replace(visit, sought=text, sought_products=()))
        if text.strip():
            work = partial(find_products, self._current.shop, text)
            self._current.run(work, partial(self._on_products, text))

    def _on_products(self, text: str, products: tuple[Product, ...]) -> None:
        visit = self._current.visit
        if visit is not None and visit.sought == text:
            self._current.show(replace(visit, sought_products=products))
