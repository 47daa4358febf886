"""Who may be meant by what was typed: its shape decides where to look, likelihood the order."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from pos_companion.insight.likely import LATELY, same_hours
from pos_companion.model.people import Customer
from pos_companion.services import Shop
from pos_companion.services.scan_codes import code_ways
from pos_companion.storage.folding import digits, search_words
from pos_companion.storage.word_search import Match

_NO_LETTERS = re.compile("[_\u19b0-\u19c9]")
"""Signs that Python takes for letters and the index of words does not."""
_EXACT = -1
_NUMBERS = 24
_FEWEST_DIGITS = 3
_HALF_AN_HOUR = 1800
_DOTTED = re.compile(r"[^\s@]+\.[^\s@]+")


class Candidate(NamedTuple):
    """Somebody who may be meant.

    Attributes:
        match: how they were found.
    """

    customer: Customer
    match: Match


def candidates(shop: Shop, typed: str, limit: int) -> list[Candidate]:
    """The people who may be meant, best first: exact codes, then how well the words fit.

    Among those who fit equally well the one likelier to walk in now stands first.

    Args:
        typed: without control characters; not empty.
    """
    search = shop.storage.search
    _look_ahead(shop, shop.clock.now())
    fitting = {one.customer: one for one in _by_shape(shop, typed, limit)}
    if _may_be_code(typed, len(fitting) < limit):
        exact = [one for way in code_ways(typed) for one in search.by_code(way)]
        fitting |= {one: Match(one, "", closeness=_EXACT) for one in exact}
    if len(fitting) > limit:
        best = sorted(search.weighed(list(fitting.values())), key=_place)[:limit]
        fitting = {one.customer: one for one in best}
    people = shop.storage.people.some(list(fitting))
    found = [Candidate(one, _weighed(shop, one, fitting[one.id])) for one in people]
    return sorted(found, key=lambda one: _place(one.match))


def _weighed(shop: Shop, customer: Customer, match: Match) -> Match:
    if match.likely is not None:
        return match
    first, last = customer.first_visit, customer.last_visit
    likely = shop.storage.search.expected.likely(
        customer.id,
        customer.visits,
        None if first is None else first.toordinal(),
        None if last is None else int(last.timestamp()),
    )
    return match._replace(likely=likely)


def _may_be_code(typed: str, are_few: bool) -> bool:
    """Whether to look for a card: one without any digit only where names find few."""
    return any(sign.isdigit() for sign in typed) or (are_few and " " not in typed)


def _by_shape(shop: Shop, typed: str, limit: int) -> Sequence[Match]:
    search = shop.storage.search
    if "@" in typed:
        return _addressed(shop, typed) or search.matches(_words(typed), limit)
    number = digits(typed)
    if not any(sign.isalpha() for sign in typed):
        return search.numbers(typed, limit, _NUMBERS) if len(number) >= _FEWEST_DIGITS else ()
    found = search.matches(_words(typed), limit)
    if not found and len(number) >= _FEWEST_DIGITS:
        found = _name_and_number(shop, typed)
    if not found and _DOTTED.fullmatch(typed):
        found = _addressed(shop, typed)
    return found


def _addressed(shop: Shop, typed: str) -> list[Match]:
    return [Match(one, "") for one in shop.storage.search.by_email(typed, _NUMBERS)]


def _name_and_number(shop: Shop, typed: str) -> list[Match]:
    """Those with the digits in their number and the other words in their names."""
    parts = typed.split()
    number = " ".join(part for part in parts if not any(sign.isalpha() for sign in part))
    words = _words(" ".join(part for part in parts if any(sign.isalpha() for sign in part)))
    search = shop.storage.search
    return [
        one
        for one in search.numbers(number, _NUMBERS, _NUMBERS)
        if all(_has(search.words_of(one.customer), word) for word in words)
    ]


def _has(words: Sequence[str], beginning: str) -> bool:
    return any(word.startswith(beginning) for word in words)


def _words(typed: str) -> list[str]:
    return search_words(_NO_LETTERS.sub(" ", typed))


def _place(one: Match) -> tuple[int, int, float, int]:
    return one.closeness, one.slack, -(one.likely or 0.0), one.customer


def _look_ahead(shop: Shop, now: datetime) -> None:
    """Have at hand who may walk in at this time of the week."""
    expected = shop.storage.search.expected
    half_hour = int(now.timestamp()) // _HALF_AN_HOUR
    if expected.is_for(half_hour):
        return
    local = shop.time.local(now)
    hours = [(int(a.timestamp()), int(b.timestamp())) for a, b in same_hours(local)]
    expected.look_ahead(half_hour, hours, (int((now - LATELY).timestamp()), int(now.timestamp())))
