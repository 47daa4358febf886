"""What they may need today: what a guess is made from, and that one was not needed."""

from collections.abc import Iterator, Mapping

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.i18n.vocabulary import fold
from pos_companion.insight.anticipation import Around
from pos_companion.model.facts import KEEPS_BACK, Fact
from pos_companion.model.stages import NotNeeded
from pos_companion.model.visits import Product
from pos_companion.rules import Facts
from pos_companion.rules.tags import kept_back_by_diet, meanings
from pos_companion.services import Shop
from pos_companion.services.finding import whoever
from pos_companion.services.withheld import is_forgetful
from pos_companion.storage.care import Remarks
from pos_companion.storage.history import LookBack


def around_of(
    facts: Facts, past: LookBack, products: Mapping[int, Product], remarks: Remarks
) -> Around:
    """What a guess is made from; nothing for those who want no offers or no remembering.

    Args:
        products: those they ever took in this past, by id.
    """
    customer = facts.customer
    if customer.no_offers or customer.gone or is_forgetful(customer) or facts.tender is not None:
        return Around((), facts.today, {})
    in_the_usual = {item.product.id for item in facts.usual.shown}
    # What was said not to be their usual is not ranked any more.
    ranked = {item.product.id for item in facts.usual.ranked}
    wrong = {item for visit in past.lately for item in visit.items} - ranked
    return Around(
        visits=(*past.last_year, *past.lately),
        today=facts.today,
        products=products,
        passed_over=in_the_usual | wrong | set(_unwanted(facts, products)),
        not_needed=remarks.not_needed,
    )


def not_needed(shop: Shop, customer_id: int, product: Product) -> NotNeeded:
    """They do not need what was guessed; it rests for a while.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = whoever(shop, customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    said = NotNeeded(customer.id, 0, product.id, shop.today)
    with shop.storage.transaction():
        said = shop.storage.care.add_not_needed(said, product.name, shop.staff)
        _note(shop, "not_needed", said)
    return said


def undo_not_needed(shop: Shop, said: NotNeeded) -> None:
    """Take it back; what was said of the same product before counts again.

    Raises:
        RefusedError: somebody said so once more, or took it back already.
    """
    with shop.storage.transaction():
        known = [one for one in _said(shop, said.customer) if one.product == said.product]
        if known[:1] != [said]:
            raise RefusedError(N_("A colleague was quicker: this has changed since."))
        shop.storage.care.drop_not_needed(said)
        _note(shop, "undo_not_needed", said)


def _said(shop: Shop, customer: int) -> tuple[NotNeeded, ...]:
    return shop.storage.care.not_needed(customer)


def _unwanted(facts: Facts, products: Mapping[int, Product]) -> Iterator[int]:
    """What they told us to leave out, or somebody at home; being too careful costs nothing."""
    told = [fact for fact in facts.known if fact.kind in KEEPS_BACK]
    for product in products.values() if told else ():
        called = f"{product.name} {product.group}"
        contains, folded = meanings(called), fold(called)
        if any(_keeps_back(fact, contains, folded) for fact in told):
            yield product.id


def _keeps_back(fact: Fact, contains: frozenset[str], folded: str) -> bool:
    said = fact.subject or fact.text
    if contains & (meanings(said) | kept_back_by_diet(said)):
        return True
    return bool(fact.subject) and fact.subject in folded


def _note(shop: Shop, deed: str, said: NotNeeded) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, customer=said.customer, product=said.product, n=said.n
    )
