"""Who may be meant by what was typed: its shape decides where to look, likelihood the order."""

import re
from collections.abc import Sequence
from datetime import datetime

from pos_companion.insight.likely import LATELY, Comes, likelihood, same_hours
from pos_companion.services import Shop
from pos_companion.services.scan_codes import code_ways
from pos_companion.storage.folding import digits, search_words
from pos_companion.storage.search import Match

_NO_LETTERS = re.compile("[_\u19b0-\u19c9]")
"""Signs that Python takes for letters and the index of words does not."""
_NUMBERS = 24
_FEWEST_DIGITS = 3
_HALF_AN_HOUR = 1800
_DAY = 86_400
_FIRST_DAY = datetime(1970, 1, 1).toordinal()  # noqa: DTZ001
_DOTTED = re.compile(r"[^\s@]+\.[^\s@]+")


def candidates(shop: Shop, typed: str, limit: int) -> list[Match]:
    """The people who may be meant, best first: exact codes, then how well the words fit.

    Among those who fit equally well the one likelier to walk in now stands first.

    Args:
        typed: without control characters; not empty.
    """
    search = shop.storage.search
    now = shop.clock.now()
    _look_ahead(shop, now)
    fitting = {one.customer: one for one in _by_shape(shop, typed, limit)}
    # A card without any digit is only looked for where names find few.
    if len(fitting) < limit or not typed.isalpha():
        exact = [one for way in code_ways(typed) for one in search.by_code(way)]
        for one in search.some(exact):
            fitting[one.customer] = one._replace(closeness=-1)
    today = int(now.timestamp()) // _DAY
    return sorted(fitting.values(), key=lambda one: _place(one, today))[:limit]


def _by_shape(shop: Shop, typed: str, limit: int) -> Sequence[Match]:
    search = shop.storage.search
    if "@" in typed:
        addressed = search.some(search.by_email(typed, _NUMBERS))
        return addressed or search.matches(_words(typed), limit)
    number = digits(typed)
    if not any(sign.isalpha() for sign in typed):
        return search.numbers(typed, _NUMBERS) if len(number) >= _FEWEST_DIGITS else ()
    found = search.matches(_words(typed), limit)
    if not found and len(number) >= _FEWEST_DIGITS:
        found = _name_and_number(shop, typed)
    if not found and _DOTTED.fullmatch(typed):
        found = search.some(search.by_email(typed, _NUMBERS))
    return found


def _name_and_number(shop: Shop, typed: str) -> list[Match]:
    """Those with the digits in their number and the other words in their names."""
    parts = typed.split()
    number = " ".join(part for part in parts if not any(sign.isalpha() for sign in part))
    words = _words(" ".join(part for part in parts if any(sign.isalpha() for sign in part)))
    return [
        one
        for one in shop.storage.search.numbers(number, _NUMBERS)
        if all(any(kept.startswith(word) for kept in one.text.split()) for word in words)
    ]


def _words(typed: str) -> list[str]:
    return search_words(_NO_LETTERS.sub(" ", typed))


def _place(one: Match, today: int) -> tuple[int, int, float, int]:
    last = None if one.last_visit is None else one.last_visit // _DAY
    first = None if one.first_visit is None else one.first_visit - _FIRST_DAY
    comes = Comes(one.visits, first, last, one.times)
    return one.closeness, one.slack, -likelihood(comes, today), one.customer


def _look_ahead(shop: Shop, now: datetime) -> None:
    """Have at hand who may walk in at this time of the week."""
    expected = shop.storage.search.expected
    half_hour = int(now.timestamp()) // _HALF_AN_HOUR
    if expected.is_for(half_hour):
        return
    local = shop.time.local(now)
    hours = [(int(a.timestamp()), int(b.timestamp())) for a, b in same_hours(local)]
    expected.look_ahead(half_hour, hours, (int((now - LATELY).timestamp()), int(now.timestamp())))
