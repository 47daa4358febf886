"""What somebody typed into one field, made fit to keep."""

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.services.capture import plain_line, refuse_payment_cards

LONGEST = 200


def typed_line(text: str, longest: int = LONGEST) -> str:
    """A text on one line, without what cannot be seen.

    Raises:
        BadInputError: it is too long, or it holds a payment card number.
    """
    line = plain_line(text)
    if len(line) > longest:
        raise BadInputError(
            N_("That is too long for one field. Keep it under {most} letters."), most=longest
        )
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
