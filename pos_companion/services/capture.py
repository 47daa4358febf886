"""Text that somebody typed: on one line, without hidden signs, never a payment card number."""

import unicodedata

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.importers.cleaning import without_piles
from pos_companion.importers.contacts import holds_payment_card

LONGEST = 500


def plain_line(text: str) -> str:
    """A text on one line, composed, without control and direction-changing characters.

    At most four marks stay on one letter.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(sign if _belongs(sign) else " " for sign in composed)
    return " ".join(without_piles(kept).split())


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
