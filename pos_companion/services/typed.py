"""What somebody typed into one field, made fit to keep."""

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.importers.contacts import phone_is_card
from pos_companion.services.capture import plain_line, refuse_payment_cards

LONGEST = 200


def typed_line(text: str, longest: int = LONGEST) -> str:
    """A text on one line, without what cannot be seen.

    Raises:
        BadInputError: it is too long, or it holds a payment card number.
    """
    line = _short_line(text, longest)
    refuse_payment_cards(line)
    return line


def typed_phone(text: str) -> str:
    """A phone number as it was typed; a tenth of those that begin with a 4 would pass for cards.

    Raises:
        BadInputError: it is too long, or too long for a phone and a payment card number.
    """
    line = _short_line(text, LONGEST)
    if phone_is_card(line):
        refuse_payment_cards(line)
    return line


def typed_name(text: str) -> str:
    """A name on one line; may be empty.

    Raises:
        BadInputError: as above.
    """
    name = plain_line(text)
    if len(name) > LONGEST:
        raise BadInputError(N_("That is too long for a name. Keep it under 200 letters."))
    refuse_payment_cards(name)
    return name


def _short_line(text: str, longest: int) -> str:
    line = plain_line(text)
    if len(line) > longest:
        raise BadInputError(
            N_("That is too long for one field. Keep it under {most} letters."), most=longest
        )
    return line
