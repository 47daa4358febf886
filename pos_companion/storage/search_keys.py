"""What a customer is found by: words, and keys made of numbers, codes and addresses.

A key is a text whose first letter says what it is: `n` a phone without the code of its country,
`p` a phone as it was given, `r` a phone from its end, `c` a card, `d` a card that is nothing but
digits, `D` the digits at the end of a card from its end, `e` an e-mail address up to the first
letters of its domain and a mark of the rest, `x` the number in the program somebody came from, `X`
one that is nothing but digits. Whatever is typed is the beginning of one of them. Digits are packed
two into a letter, in an order that keeps beginnings together.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from pos_companion.storage.folding import digits, search_words

AROUND = "/"
"""Stands between somebody's own words and those of family and pets."""
STREET = "\ue000"
"""Begins each word of a street: nobody called Rose is lost among all who live in Rose Street."""
_BETWEEN = "\n"
_FIRST = 27
"""The letter for two zeros; the hundred letters from it on are one byte each."""
_ODD = "\x1a"
_OF_DOMAIN = 2
_MARKS = 10**8
_LAST_DIGITS = re.compile("[0-9]+$")
_LETTERS = {f"{pair:02d}": chr(_FIRST + pair) for pair in range(100)}
_LETTERS |= {f"{digit}": chr(_FIRST + 10 * digit) for digit in range(10)}
_LAST = "\U0010ffff"
Range = tuple[str, str]
"""The first key of some that lie together, and one after the last."""


@dataclass(frozen=True)
class SearchEntry:
    """What a customer is found by.

    Attributes:
        words: their own names and description.
        around: the names of family and pets.
        also: what other records were found by that became part of theirs.
        street: where they live.
    """

    customer: int
    words: Sequence[str]
    phone: str = ""
    email: str = ""
    card: str = ""
    source_id: str = ""
    also: Sequence["SearchEntry"] = ()
    around: Sequence[str] = ()
    street: str = ""

    @property
    def text(self) -> str:
        """The folded words: their own, then `AROUND` and those around them, if there are any.

        Those of the street, each after `STREET`, are the last of their own.
        """
        also = (word for entry in self.also for word in entry.words)
        own = [word for part in (*self.words, *also) for word in search_words(part)]
        own += [STREET + word for word in search_words(self.street)]
        around = [word for part in self.around for word in search_words(part)]
        return " ".join([*own, AROUND, *around] if around else own)

    @property
    def sources(self) -> str:
        """Phone, card and the rest, one a line: all keys are made of it, and taken back by it."""
        return _BETWEEN.join(dict.fromkeys(self._sources()))

    def _sources(self) -> Iterable[str]:
        if number := digits(self.phone):
            yield ("n" if self.phone.startswith("+") else "p") + packed(number)
        if self.card:
            yield card_key(self.card)
        if self.email:
            yield email_key(self.email)
        if self.source_id:
            yield source_key(self.source_id)
        for other in self.also:
            yield from other._sources()


def words_in(text: str) -> set[str]:
    """The words of a kept text."""
    return set(text.split()) - {AROUND}


def contact_keys(entry: SearchEntry) -> list[str]:
    """The keys under which a customer's numbers and codes are kept."""
    return keys_from(entry.sources)


def keys_from(sources: str) -> list[str]:
    """The keys made of an entry's `sources`."""
    return [key for source in sources.split(_BETWEEN) if source for key in _keys(source)]


def exact_phone_key(phone: str) -> str:
    """The key that nobody but an owner of this very number has; empty for no number."""
    number = digits(phone)
    return "r" + packed(number[::-1]) if number else ""


def card_key(code: str) -> str:
    """The key of exactly this card."""
    return _exact("d", "c", code)


def email_key(email: str) -> str:
    """The key of exactly this e-mail address."""
    text = _one_line(email)
    begun = email_begun(text)
    if len(begun) > len(text):
        return begun
    return begun + packed(f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')) % _MARKS:08d}")


def email_begun(text: str) -> str:
    """The beginning of the keys of all e-mail addresses that begin so, and of few others.

    Nearly everybody who shares a name before the `@` has another letter soon after it, so what
    follows is only kept as a mark made of it.
    """
    name, at, domain = _one_line(text).partition("@")
    return "e" + name + at + domain[:_OF_DOMAIN]


def source_key(source_id: str) -> str:
    """The key of exactly this id in the program somebody came from."""
    return _exact("X", "x", source_id)


def ending_ranges(text: str) -> list[Range]:
    """Where the keys lie of phones and cards that end with the digits of a text."""
    end = digits(text)[::-1]
    return [_packed_range("r", end), _packed_range("D", end)] if end else []


def bare_ending_ranges(text: str) -> list[Range]:
    """The same without zeros before them, where there are some: they stand for a country's code."""
    number = digits(text)
    bare = number.lstrip("0")
    return [_packed_range("r", bare[::-1])] if bare != number and bare else []


def beginning_ranges(text: str) -> list[Range]:
    """Where the keys lie of phones and cards that begin with the digits of a text."""
    number = digits(text)
    if not number:
        return []
    bare = number.lstrip("0") or number
    within = _at_home(bare)
    is_abroad = text.lstrip().startswith("+") or number.startswith("00")
    starts = [] if is_abroad and within != bare else [bare]
    starts += [within] if within not in ("", bare) else []
    ranges = [_packed_range("n", start) for start in starts]
    return [
        *ranges, _packed_range("p", bare), _packed_range("d", number), text_range("c" + number)
    ]  # fmt: skip


def text_range(beginning: str) -> Range:
    """The first text with a beginning, and one after the last."""
    return beginning, beginning + _LAST


def packed(number: str) -> str:
    """Digits, two to a letter; `_ODD` ends an odd number of them."""
    letters = "".join([_LETTERS[number[at : at + 2]] for at in range(0, len(number), 2)])
    return letters + _ODD if len(number) % 2 else letters


def unpacked(text: str) -> str:
    """The digits of a packed text."""
    number = "".join(f"{ord(letter) - _FIRST:02d}" for letter in text.removesuffix(_ODD))
    return number[:-1] if text.endswith(_ODD) else number


def _packed_range(sort: str, begun: str) -> Range:
    whole = begun[: len(begun) // 2 * 2]
    head = sort + packed(whole)
    if whole == begun:
        return text_range(head)
    first = _LETTERS[begun[-1]]
    return head + first, head + chr(ord(first) + 9) + _LAST


def _keys(source: str) -> list[str]:
    sort, value = source[0], source[1:]
    if sort in "np":
        number = unpacked(value)
        own = "n" + packed(_at_home(number)) if sort == "n" else source
        return [own, "r" + packed(number[::-1])]
    if sort == "d":
        return [source, "D" + packed(unpacked(value)[::-1])]
    end = _LAST_DIGITS.search(value) if sort == "c" else None
    return [source, "D" + packed(end[0][::-1])] if end else [source]


def _exact(number_sort: str, text_sort: str, code: str) -> str:
    is_number = code.isascii() and code.isdigit()
    return number_sort + packed(code) if is_number else text_sort + _one_line(code)


def _one_line(text: str) -> str:
    return text.casefold().replace(_BETWEEN, " ")


def _at_home(number: str) -> str:
    """A number as it is begun within its country, without the 0; codes of countries never clash."""
    lengths = (1, 2, 3)
    code = next((n for n in lengths if int(number[:n]) in COUNTRY_CODE_TO_REGION_CODE), 0)
    return number[code:]
