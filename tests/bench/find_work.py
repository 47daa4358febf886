"""What is typed at the door of an invented town, one way of typing a function.

Who slips does so once, anywhere in a word, by a letter that lies near.
"""

import random
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import phonenumbers

from pos_companion.storage.folding import folded_words
from tests.bench.find_query import Code, Query
from tests.bench.town import Resident

SHORTEST_SLIP = 4
_SPELLED = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss"})
_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_NEAR = ("qwertzuiop", "asdfghjkl", "yxcvbnm", "αβγδεζηθικλμνξοπρστυφχψω",
         "абвгдежзиклмнопрстуфхцчшщьюяєії", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي")  # fmt: skip
_ROW_OF = {letter: row for row in _NEAR for letter in row}
NAME_KEYS = "a name, each key"
Asked = Callable[[random.Random, Resident], Query | None]


def _query(
    kind: str, one: Resident, text: str, words: str = "", begun: str = "", code: Code | None = None
) -> Query:
    *before, last = folded_words(begun) or [""]  # what is typed of Klaus-Peter may be two words
    return Query(kind, text, one.number, (*folded_words(words), *before), last, code)


def begun(kind: str, size: int) -> Asked:
    """The first letters of any word of the name."""

    def ask(chance: random.Random, one: Resident) -> Query | None:
        word = chance.choice(one.name.split())
        if len(word) < size:
            return None
        return _query(kind, one, word[:size].lower(), begun=word[:size])

    return ask


def half(chance: random.Random, one: Resident) -> Query | None:
    """The first name and the beginning of the last."""
    first, *_, last = one.name.split()
    cut = last[: chance.randint(2, 4)]
    return _query("first name, last begun", one, f"{first} {cut}", first, begun=cut)


def single(chance: random.Random, one: Resident) -> Query:
    """One word of the name."""
    word = chance.choice(one.name.split())
    return _query("one word", one, word.lower(), word)


def whole(_: random.Random, one: Resident) -> Query:
    """The name."""
    return _query("whole name", one, one.name, one.name)


def swapped(_: random.Random, one: Resident) -> Query:
    """The last words first."""
    first, *others = one.name.split()
    return _query("swapped words", one, f"{' '.join(others)} {first}".lower(), one.name)


def without_accents(_: random.Random, one: Resident) -> Query | None:
    """The name in bare letters, where it has others."""
    marked = unicodedata.normalize("NFKD", one.name.translate(_SPELLED))
    bare = "".join(sign for sign in marked if not unicodedata.combining(sign))
    return None if bare == one.name else _query("no accents", one, bare.lower(), one.name)


def spelled_out(_: random.Random, one: Resident) -> Query | None:
    """A German name as on a keyboard without umlauts."""
    text = one.name.translate(_OUT)
    if one.tongue != "de" or text == one.name:
        return None
    return _query("ae, oe, ue for ä, ö, ü", one, text.lower(), one.name)


def slip(kind: str, twist: Callable[[random.Random, str], str], real: AbstractSet[str]) -> Asked:
    """One word of the name mistyped, the others right.

    Args:
        real: words that are somebody's name: who types one of those has not slipped.
    """

    def ask(chance: random.Random, one: Resident) -> Query | None:
        words = folded_words(one.name)
        at = chance.choice(
            [n for n, word in enumerate(words) if len(word) >= SHORTEST_SLIP] or [-1]
        )
        typed = twist(chance, words[at]) if at >= 0 else ""
        if not typed or typed == words[at] or typed in real:
            return None
        return _query(kind, one, " ".join([*words[:at], typed, *words[at + 1 :]]), one.name)

    return ask


def slip_each(real: AbstractSet[str]) -> Asked:
    """Every word of the name mistyped, each once."""
    twists = (wrong, missing, added, exchanged)

    def ask(chance: random.Random, one: Resident) -> Query | None:
        words = folded_words(one.name)
        typed = [
            chance.choice(twists)(chance, word) for word in words if len(word) >= SHORTEST_SLIP
        ]
        if len(typed) < max(len(words), 2) or not real.isdisjoint(typed):
            return None
        return _query("a slip in every word", one, " ".join(typed), one.name)

    return ask


def wrong(chance: random.Random, word: str) -> str:
    """Another letter of the same row in place of one."""
    at = chance.randrange(len(word))
    return word[:at] + chance.choice(_ROW_OF.get(word[at], word)) + word[at + 1 :]


def missing(chance: random.Random, word: str) -> str:
    """A letter less."""
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :]


def added(chance: random.Random, word: str) -> str:
    """A letter more."""
    at = chance.randrange(len(word) + 1)
    near = word[min(at, len(word) - 1)]
    return word[:at] + chance.choice(_ROW_OF.get(near, near)) + word[at:]


def exchanged(chance: random.Random, word: str) -> str:
    """Two neighbours in each other's place."""
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def phone_end(kind: str, size: int) -> Asked:
    """The last digits of a telephone."""
    return lambda _, one: (
        _query(kind, one, one.phone[-size:], code=Code("phone", one.phone[-size:]))
        if one.phone
        else None
    )


def phone_here(_: random.Random, one: Resident) -> Query | None:
    """The telephone as it is written in its country."""
    if not one.phone:
        return None
    number = phonenumbers.parse(one.phone)
    text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return _query("phone, as at home", one, text, code=Code("phone", str(number.national_number)))


def phone_abroad(chance: random.Random, one: Resident) -> Query | None:
    """The telephone with the code of its country."""
    text = one.phone if chance.random() < 0.5 else f"00{one.phone[1:]}"
    return (
        _query("phone, with +49 or 0049", one, text, code=Code("phone", one.phone))
        if one.phone
        else None
    )


def card(_: random.Random, one: Resident) -> Query | None:
    """The code on the card."""
    return _query("card", one, one.card, code=Code("card", one.card)) if one.card else None


def email(_: random.Random, one: Resident) -> Query | None:
    """An e-mail up to where all of them are alike."""
    start = one.email.partition("@")[0] + "@"
    return _query("e-mail", one, start, code=Code("email", one.email)) if one.email else None


def being(kind: str, group: str) -> Asked:
    """A pet or a child, now and then with the family's name."""

    def ask(chance: random.Random, one: Resident) -> Query | None:
        names: tuple[str, ...] = getattr(one, group)
        if not names:
            return None
        text = chance.choice(names)
        if chance.random() < 0.5:
            text = f"{text} {one.name.split()[-1]}"
        return _query(kind, one, text.lower(), text)

    return ask


def look(_: random.Random, one: Resident) -> Query | None:
    """How the shop tells them."""
    return _query("description", one, one.description, one.description) if one.description else None


def kinds(real: AbstractSet[str]) -> Mapping[str, Asked]:
    """Every kind of typing, in the order of the table."""
    slips = {"a wrong letter": wrong, "a letter missing": missing, "a letter more": added,
             "two letters exchanged": exchanged}  # fmt: skip
    starts = {f"{size} letters": begun(f"{size} letters", size) for size in range(2, 6)}
    return {
        **starts,
        "first name, last begun": half,
        "one word": single,
        "whole name": whole,
        "swapped words": swapped,
        "no accents": without_accents,
        "ae, oe, ue for ä, ö, ü": spelled_out,
        **{kind: slip(kind, twist, real) for kind, twist in slips.items()},
        "a slip in every word": slip_each(real),
        "pet": being("pet", "pets"),
        "child": being("child", "children"),
        "description": look,
        "phone, last 4": phone_end("phone, last 4", 4),
        "phone, last 6": phone_end("phone, last 6", 6),
        "phone, as at home": phone_here,
        "phone, with +49 or 0049": phone_abroad,
        "card": card,
        "e-mail": email,
    }


def key_by_key(one: Resident) -> Sequence[Query]:
    """A name as it is typed, from the second letter on."""
    name = one.name.lower()
    starts = [name[:size] for size in range(2, len(name) + 1) if name[size - 1] != " "]
    return [
        _query(NAME_KEYS, one, text, text.rpartition(" ")[0], begun=text.rpartition(" ")[2])
        for text in starts
    ]
