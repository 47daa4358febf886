"""Who may be meant by what was typed: its shape decides where to look, likelihood the order."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from pos_companion.insight.likely import LATELY, same_hours
from pos_companion.model.glimpse import Glimpse
from pos_companion.services import Shop
from pos_companion.services.scan_codes import code_ways
from pos_companion.storage.at_hand import Look
from pos_companion.storage.folding import digits, search_words
from pos_companion.storage.word_search import Match

_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_EXACT = -1
_NUMBERS = 16
_ALIKE = 240
"""So many whose number fits are looked through for a name."""
_SURE_CODE = 5
"""A code of so many letters and digits is nobody's name."""
_FEWEST_DIGITS = 3
_HALF_AN_HOUR = 1800
_DOTTED = re.compile(r"[^\s@]+\.[^\s@]+")


class Candidate(NamedTuple):
    """Somebody who may be meant.

    Attributes:
        match: how they were found.
    """

    customer: Glimpse
    match: Match


def candidates(shop: Shop, look: Look, typed: str, limit: int) -> Sequence[Candidate]:
    """The people who may be meant, best first: exact codes, then how well the words fit.

    Among those who fit equally well the one likelier to walk in now stands first.

    Args:
        look: who is at hand.
        typed: without control characters; not empty.
    """
    search = shop.storage.search
    _look_ahead(shop, shop.clock.now())
    fitting = _by_code(shop, typed) if _is_sure_code(typed) else {}
    if not fitting:
        fitting = {one.customer: one for one in _by_shape(shop, typed, limit)}
        if _may_be_code(typed, len(fitting) < limit):
            fitting |= _by_code(shop, typed)
    if len(fitting) > limit:
        best = sorted(search.weighed(list(fitting.values())), key=_place)[:limit]
        people = look.people([one.customer for one in best])
        fitting = {one.customer: one for one in best}
        return [Candidate(one, fitting[one.id]) for one in people]
    weigh = search.expected.likely
    found = []
    for one in look.people(list(fitting)):
        match = fitting[one.id]
        likely = match.likely
        if likely is None:
            likely = weigh(one.id, one.visits, one.first, one.last)
        found.append((match.closeness, match.slack, -likely, one.id, Candidate(one, match)))
    found.sort()
    return [one[-1] for one in found]


def _by_code(shop: Shop, typed: str) -> dict[int, Match]:
    by_code = shop.storage.search.by_code
    exact = [one for way in code_ways(typed) for one in by_code(way)]
    return {one: Match(one, "", closeness=_EXACT) for one in exact}


def _is_sure_code(typed: str) -> bool:
    """Whether who has it as their code is meant and nobody else: letters with digits among them."""
    return (
        len(typed) >= _SURE_CODE
        and " " not in typed
        and _DIGIT.search(typed) is not None
        and _LETTER.search(typed) is not None
    )


def _may_be_code(typed: str, are_few: bool) -> bool:
    """Whether to look for a card: one without any digit only where names find few."""
    return (are_few and " " not in typed) or _DIGIT.search(typed) is not None


def _by_shape(shop: Shop, typed: str, limit: int) -> Sequence[Match]:
    search = shop.storage.search
    if "@" in typed:
        return _addressed(shop, typed) or search.matches(search_words(typed), limit)
    if not _LETTER.search(typed):
        is_long = len(digits(typed)) >= _FEWEST_DIGITS
        return search.numbers(typed, limit, _NUMBERS) if is_long else ()
    found = search.matches(search_words(typed), limit)
    if not found and len(digits(typed)) >= _FEWEST_DIGITS:
        found = _name_and_number(shop, typed)
    if not found and _DOTTED.fullmatch(typed):
        found = _addressed(shop, typed)
    return found


def _addressed(shop: Shop, typed: str) -> list[Match]:
    return [Match(one, "") for one in shop.storage.search.by_email(typed, _NUMBERS)]


def _name_and_number(shop: Shop, typed: str) -> list[Match]:
    """Those with the digits in their number and the other words in their names."""
    parts = typed.split()
    number = " ".join(part for part in parts if not _LETTER.search(part))
    words = search_words(" ".join(part for part in parts if _LETTER.search(part)))
    search = shop.storage.search
    found = search.numbers(number, _ALIKE, _ALIKE)
    known = search.words_of([one.customer for one in found])
    return [one for one in found if all(_has(known.get(one.customer, ()), word) for word in words)]


def _has(words: Sequence[str], beginning: str) -> bool:
    return any(word.startswith(beginning) for word in words)


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
