"""Which products a rule means."""

from pos_companion.model.visits import Product


def fits(product: Product, wanted: str, group: str) -> bool:
    """Whether a product is the wanted one, by article number or name, or of the wanted kind.

    Capitals do not matter. With neither, every product fits.
    """
    if not wanted and not group:
        return True
    if group and group.casefold() == product.group.casefold():
        return True
    if not wanted:
        return False
    sought = wanted.casefold()
    return sought in (product.ref.casefold(), product.name.casefold())
