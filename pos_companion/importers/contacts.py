"""Phone numbers, e-mail addresses and card codes, so that the same one is always written alike."""

import re
import unicodedata

import phonenumbers

from pos_companion.importers.cleaning import clean, clean_id

_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+")
_SHORTEST_CARD = 13
_LONGEST_PHONE = 15
_MOST_GROUPS = 19
_NUMBERS = re.compile(r"\d+(?:[ .-]\d+)*")
_PAYMENT_CARD = re.compile(r"[3-6]\d{12,18}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|2720\d{12}")


def phone_number(text: str, country: str) -> str:
    """A phone number in E.164; as it was typed where it cannot be one.

    Args:
        text: from a cell or a field; a number that a spreadsheet made `4155550123.0` is mended.
        country: ISO 3166 code for numbers without a country code.

    Source: phonenumbers, `is_possible_number`, so that new ranges are never refused.
    """
    text = clean_id(text)
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return text
    if not phonenumbers.is_possible_number(number) or number.extension:
        return text
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def email_address(text: str) -> str:
    """An e-mail address in lower case.

    Raises:
        ValueError: it has no sign of being one.
    """
    text = clean(text).casefold().removeprefix("mailto:")
    if not _EMAIL.fullmatch(text):
        raise ValueError(f"not an e-mail address: {text!r}")
    return text


def card_code(text: str) -> str:
    """The code on a customer's card.

    Raises:
        ValueError: it looks like a payment card, which is never kept.
    """
    text = clean_id(text)
    if is_payment_card(text):
        raise ValueError("a payment card")
    return text


def is_payment_card(text: str) -> bool:
    """Whether digits look like a payment card: its length, its first digits, its check digit.

    Thirteen digits that are a sound article number are one: a tenth of all barcodes would
    otherwise be refused, for the sake of cards that are no longer given out.

    Source: ISO/IEC 7812 (check digit), the number ranges of the card schemes, GS1 (EAN-13).
    """
    if len(text) < _SHORTEST_CARD or not text[0].isdigit():
        return False
    digits = re.sub(r"[ -]", "", text)
    if not _PAYMENT_CARD.fullmatch(digits) or _is_article(digits):
        return False
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(map(int, digits[::-2]))) % 10 == 0


def holds_payment_card(text: str) -> bool:
    """Whether a payment card number stands anywhere in a text, in digits of any script.

    Its groups may be apart, and the check number or the date may follow.
    """
    if len(text) < _SHORTEST_CARD:
        return False
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    runs = (run for run in _NUMBERS.findall(text) if len(run) >= _SHORTEST_CARD)
    return any(map(_is_card_in, runs))


def phone_is_card(text: str) -> bool:
    """Whether a payment card was typed for a phone number.

    Shorter cards may as well be phone numbers, and are taken for such.

    Source: ITU-T E.164, at most fifteen digits.
    """
    return sum(map(str.isdigit, text)) > _LONGEST_PHONE and holds_payment_card(text)


def _is_card_in(run: str) -> bool:
    groups = re.split(r"[ .-]", run)
    return any(
        is_payment_card("".join(groups[first : last + 1]))
        for first in range(len(groups))
        for last in range(first, min(first + _MOST_GROUPS, len(groups)))
    )


def _is_article(digits: str) -> bool:
    if len(digits) != 13:
        return False
    return (sum(map(int, digits[::-2])) + 3 * sum(map(int, digits[-2::-2]))) % 10 == 0
