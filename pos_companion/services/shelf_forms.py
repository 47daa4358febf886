"""Checks what is typed about the shelf: names, pieces, tags, costs, reasons."""

from dataclasses import replace

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.stock import Gift
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards

MOST_PIECES = 100_000
MOST_COST = 100_000_000
LONGEST_NAME = 100
MOST_TAGS = 30
_LONGEST_TAG = 40
_LONGEST_REASON = 200


def checked_gift(shop: Shop, gift: Gift) -> Gift:
    """A gift with tidy words.

    Raises:
        BadInputError: it has no name, or a number, a cost or a tag that cannot be.
    """
    name = plain_line(gift.name)
    if not name or len(name) > LONGEST_NAME:
        raise BadInputError(N_("A gift needs a name of at most 100 letters."))
    refuse_payment_cards(name)
    for pieces in (gift.on_hand, gift.reorder_at, gift.on_order):
        check_pieces(pieces)
    if gift.cost.currency != shop.profile.currency:
        values = {"theirs": gift.cost.currency, "ours": shop.profile.currency}
        raise BadInputError(N_("The cost is in {theirs}; the shop sells in {ours}."), **values)
    if not 0 <= gift.cost.amount <= MOST_COST:
        raise BadInputError(N_("A gift cannot cost that much."))
    return replace(gift, name=name, tags=_tags(gift.tags), icon=plain_line(gift.icon))


def _tags(tags: frozenset[str]) -> frozenset[str]:
    kept = frozenset(filter(None, (plain_line(tag).casefold() for tag in tags)))
    if len(kept) > MOST_TAGS or any(len(tag) > _LONGEST_TAG for tag in kept):
        raise BadInputError(N_("A gift has at most 30 tags of at most 40 letters."))
    refuse_payment_cards(*kept)
    return kept


def check_pieces(pieces: int, least: int = 0) -> None:
    """Let only so many pieces pass as a shelf can hold.

    Raises:
        BadInputError: there are fewer or more.
    """
    if not least <= pieces <= MOST_PIECES:
        values = {"least": least, "most": MOST_PIECES}
        raise BadInputError(N_("Pieces are a whole number from {least} to {most}."), **values)


def reason_of(text: str) -> str:
    """A reason on one line; may be empty.

    Raises:
        BadInputError: it is too long, or holds a payment card's number.
    """
    line = plain_line(text)
    if len(line) > _LONGEST_REASON:
        raise BadInputError(N_("That is too long for a reason. Keep it under 200 letters."))
    refuse_payment_cards(line)
    return line
