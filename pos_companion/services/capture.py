"""They told me…: one line becomes a Fact."""

import unicodedata

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.importers.contacts import holds_payment_card
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.services import Shop
from pos_companion.services.consents import require_consent

LONGEST = 500


def told(shop: Shop, customer_id: int, text: str) -> Fact:
    """Keep what somebody told us; it is shown at the counter and never spoken.

    Raises:
        BadInputError: there is nothing in it, it is too long, or it holds a payment card number.
        NotFoundError: there is no such customer.
        RefusedError: they do not want anything remembered.
    """
    line = plain_line(text)
    if not line:
        raise BadInputError(N_("There is nothing to keep yet. Write what they told you."))
    if len(line) > LONGEST:
        raise BadInputError(N_("That is too long for one line. Keep it under 500 letters."))
    refuse_payment_cards(line)
    require_consent(shop, customer_id, ConsentKind.MEMORY)
    fact = Fact(
        customer=customer_id,
        n=0,
        kind=FactKind.NOTE,
        text=line,
        discretion=Discretion.KNOW,
        heard_by=shop.staff,
        heard_on=shop.today,
    )
    with shop.storage.transaction():
        fact = shop.storage.care.add_fact(fact)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "told", customer=customer_id, fact=fact.n
        )
    return fact


def untold(shop: Shop, fact: Fact) -> None:
    """Take back a fact that was kept a moment ago."""
    with shop.storage.transaction():
        shop.storage.care.drop(fact.customer, "fact", fact.n)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "untold", customer=fact.customer, fact=fact.n
        )


def plain_line(text: str) -> str:
    """A text on one line, composed, without control and direction-changing characters."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(sign if _belongs(sign) else " " for sign in composed)
    return " ".join(kept.split())


def refuse_payment_cards(*texts: str) -> None:
    """Let nothing pass that holds a payment card number.

    Raises:
        BadInputError: one of the texts does.
    """
    if any(map(holds_payment_card, texts)):
        raise BadInputError(N_("That looks like a payment card number. It was not kept."))


def _belongs(sign: str) -> bool:
    # Joiners make emoji and Persian words; every other invisible sign can hide something.
    return sign in "\u200c\u200d" or unicodedata.category(sign) not in {
        "Cc",
        "Cf",
        "Cs",
        "Zl",
        "Zp",
    }
