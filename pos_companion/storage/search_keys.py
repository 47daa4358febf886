"""What a customer is found by: words, and keys made of numbers, codes and addresses.

A key is a text whose first letter says what it is: `n` a phone without the code of its country,
`p` a phone as it was given, `r` a phone from its end, `c` a card, `C` a card from its end, `e` an
e-mail address, `x` the number in the program somebody came from. Whatever is typed is the
beginning of one of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from pos_companion.storage.folding import digits, search_words

AROUND = "/"
"""Stands between somebody's own words and those of family and pets."""
_BETWEEN = "\n"


@dataclass(frozen=True)
class SearchEntry:
    """What a customer is found by.

    Attributes:
        words: their own names and description.
        around: the names of family and pets.
        also: what other records were found by that became part of theirs.
    """

    customer: int
    words: Sequence[str]
    phone: str = ""
    email: str = ""
    card: str = ""
    source_id: str = ""
    also: Sequence["SearchEntry"] = ()
    around: Sequence[str] = ()

    @property
    def text(self) -> str:
        """The folded words: their own, then `AROUND` and those around them, if there are any."""
        also = (word for entry in self.also for word in entry.words)
        own = [word for part in (*self.words, *also) for word in search_words(part)]
        around = [word for part in self.around for word in search_words(part)]
        return " ".join([*own, AROUND, *around] if around else own)

    @property
    def sources(self) -> str:
        """Phone, card and the rest, one a line: all keys are made of it, and taken back by it."""
        return _BETWEEN.join(dict.fromkeys(self._sources()))

    def _sources(self) -> Iterable[str]:
        if number := digits(self.phone):
            yield ("n" if self.phone.startswith("+") else "p") + number
        if self.card:
            yield "c" + _one_line(self.card)
        if self.email:
            yield "e" + _one_line(self.email)
        if self.source_id:
            yield "x" + _one_line(self.source_id)
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
    return "r" + number[::-1] if number else ""


def number_probes(text: str) -> list[str]:
    """Beginnings of the keys that digits may mean, in the order in which they count."""
    number = digits(text)
    if not number:
        return []
    bare = number.lstrip("0") or number
    is_abroad = text.lstrip().startswith("+") or number.startswith("00")
    within = _at_home(bare)
    ends = ["r" + number[::-1], "r" + bare[::-1], "C" + number[::-1]]
    begins = [] if is_abroad and within != bare else ["n" + bare]
    if within not in ("", bare):
        begins.append("n" + within)
    return list(dict.fromkeys([*ends, *begins, "p" + bare, "c" + number]))


def _keys(source: str) -> list[str]:
    sort, value = source[0], source[1:]
    if sort == "n":
        return ["n" + _at_home(value), "r" + value[::-1]]
    if sort == "p":
        return [source, "r" + value[::-1]]
    return [source, "C" + value[::-1]] if sort == "c" else [source]


def _one_line(text: str) -> str:
    return text.casefold().replace(_BETWEEN, " ")


def _at_home(number: str) -> str:
    """A number as it is begun within its country, without the 0; codes of countries never clash."""
    lengths = (1, 2, 3)
    code = next((n for n in lengths if int(number[:n]) in COUNTRY_CODE_TO_REGION_CODE), 0)
    return number[code:]
