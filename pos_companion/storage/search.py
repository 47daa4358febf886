"""Drawer: finds people by any fragment.

Names and descriptions are words (`word_search`). Numbers, cards and e-mails are point or range
probes on `contact_key`.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.asking import BEGUN, WHOLE
from pos_companion.storage.at_hand import AtHand
from pos_companion.storage.columns import marks, parts
from pos_companion.storage.expected import Expected
from pos_companion.storage.faults import read
from pos_companion.storage.folding import digits, search_words
from pos_companion.storage.search_index import SearchIndex
from pos_companion.storage.search_keys import (
    AROUND,
    Range,
    SearchEntry,
    bare_ending_ranges,
    beginning_ranges,
    card_key,
    email_begun,
    ending_ranges,
    source_key,
    text_range,
)
from pos_companion.storage.word_search import Match, WordSearch

_COMES = """
SELECT id, visits, first_visit, last_visit FROM customer
WHERE id IN (%s)
"""
_RANGE = "SELECT * FROM (SELECT customer_id FROM contact_key WHERE k >= ? AND k < ? LIMIT ?)"
_LATEST = """
SELECT * FROM (SELECT s.customer_id FROM
    (SELECT customer_id FROM contact_key WHERE k >= ? AND k < ? LIMIT 240) k
    JOIN search_doc s ON s.customer_id = k.customer_id ORDER BY s.slot LIMIT ?)
"""
_KEY = "SELECT customer_id FROM contact_key WHERE k = ?"
_EITHER_KEY = "SELECT customer_id FROM contact_key WHERE k IN (?, ?) ORDER BY k"
_HOLDERS = "SELECT k, customer_id FROM contact_key WHERE k IN (%s) ORDER BY k, customer_id"
_DOCS = "SELECT customer_id, d FROM search_doc WHERE customer_id IN (%s)"
_SURE = 7
"""So many digits at the end of a number are nobody else's by chance."""
_BEGIN = 2
"""The stage of numbers that digits begin, where a whole country may begin the same."""
_FEW_DIGITS = 5
"""So few at the end of a number are many people's in a large shop."""


class Progress(NamedTuple):
    """How many people are taken in, of how many."""

    done: int
    people: int


class Standing(NamedTuple):
    """How old what is found may be.

    Attributes:
        is_cut_off: what other tills write is not heard of.
        heard: when it last was, in seconds UTC; None for never since the start.
        is_whole: everybody can be found.
        progress: how far taking everybody in is; None when that is not at work.
    """

    is_cut_off: bool = False
    heard: float | None = None
    is_whole: bool = True
    progress: Progress | None = None


class SearchDrawer(SearchIndex):
    """The look-up tables and what is asked of them.

    Attributes:
        expected: who may walk in now; empty until it is told the time.
        at_hand: whoever is shown.
    """

    def __init__(self, db: SqlCipherDatabase, records: Any = None, shown: Any = None) -> None:
        super().__init__(db, records)
        self._shown: Any = shown or self._records
        self.expected = Expected(db, self._shown)
        self.at_hand = AtHand(self._shown)
        self._by_words = WordSearch(db, self._words, self.expected)

    def follow(self) -> None:
        """Nothing: the tables lie with the people, and change with them."""

    def saved(self) -> None:
        """Nothing: the tables lie with the people, and change with them."""

    def settle(self) -> None:
        """Nothing: the tables lie with the people, and change with them."""

    def standing(self) -> Standing:
        """As old as the people: the tables lie with them."""
        return Standing()

    def close(self) -> None:
        """Nothing: the tables lie with the people."""

    def put_many(self, people: Sequence[SearchEntry]) -> None:
        """Make customers found by these words and numbers, and no others."""
        super().put_many(people)
        self.expected.forget(entry.customer for entry in people)

    def forget_many(self, customers: Sequence[int]) -> None:
        """Leave no trace of customers, not even in memory."""
        super().forget_many(customers)
        self.expected.forget(customers)

    def matches(self, typed: Sequence[str], enough: int) -> list[Match]:
        """Whoever may be meant by some words, in spite of other forms, sounds and slips.

        Args:
            typed: folded words, the last of which may be a beginning.
            enough: once so many are found, nothing is looked for that fits less well.
        """
        return self._by_words.matches(typed, enough)

    def by_words(self, text: str, limit: int, enough: int = 6) -> list[int]:
        """Customers whose words begin with those typed, in any order, without guessing.

        First those with all words whole, then the last word as a beginning; when there are none,
        every word as one. Quotes, stars and other signs mean nothing; text without a letter finds
        nobody.
        """
        return self._by_words.exactly(search_words(text), min(enough, limit), limit)[:limit]

    def weighed(self, matches: Sequence[Match]) -> list[Match]:
        """The same with how likely each of them walks in now."""
        asked = [one.customer for one in matches if one.likely is None]
        if not asked:
            return list(matches)
        rows = read(self._shown, _COMES % marks(asked), *asked)
        likely = {row[0]: self.expected.likely(*row) for row in rows}
        return [
            one if one.likely is not None else one.weighing(likely.get(one.customer))
            for one in matches
        ]

    def by_number(self, text: str, limit: int) -> list[int]:
        """Customers whose phone or card ends with, or begins with, the digits typed; ends first."""
        ranges = [*ending_ranges(text), *bare_ending_ranges(text), *beginning_ranges(text)]
        return self._by_ranges(ranges, limit)[:limit]

    def numbers(self, text: str, enough: int, most: int) -> list[Match]:
        """The same for ranking, at most so many of each sort; those it ends with fit better.

        Of more than that those are taken who came last: in a large shop a hundred telephones may
        end with the same four digits. What digits begin is only looked for when few end with them,
        or when they are so few that a telephone may well begin so.
        """
        found: dict[int, Match] = {}
        count = len(digits(text))
        is_short = count <= _FEW_DIGITS
        stages = (ending_ranges(text), bare_ending_ranges(text), beginning_ranges(text))
        for slack, ranges in enumerate(stages):
            closeness = BEGUN if slack == _BEGIN else WHOLE
            for one in self._by_ranges(ranges, most, is_short and slack < _BEGIN):
                if one not in found:
                    found[one] = Match(one, "", None, closeness, slack)
            if len(found) >= enough or (found and count >= _SURE):
                break
        return list(found.values())

    def by_email(self, text: str, limit: int) -> list[int]:
        """Customers whose e-mail address begins with the text."""
        typed = text.strip().casefold()
        begun = email_begun(typed)
        found = self._by_ranges([text_range(begun)], limit) if typed else []
        if not found or len(begun) > len(typed):
            return found
        # More was typed than keys begin with; an address from before a merge is not kept whole.
        people = self.at_hand.look().people(found)
        other = {
            one.id
            for one in people
            if email_begun(email := one.email.casefold()) == begun and not email.startswith(typed)
        }
        return [one for one in found if one not in other]

    def by_card(self, code: str) -> list[int]:
        """Customers who carry exactly this card; one in a healthy shop."""
        return [row[0] for row in self._rows(_KEY, card_key(code))]

    def by_code(self, code: str) -> list[int]:
        """Customers with exactly this card, or this id in the program they came from."""
        rows = self._rows(_EITHER_KEY, card_key(code), source_key(code))
        return list(dict.fromkeys(row[0] for row in rows))

    def holders(self, keys: Iterable[str]) -> list[tuple[str, int]]:
        """Who has some keys, in the order of the keys and then of the customers."""
        found: list[tuple[str, int]] = []
        for some in parts(sorted(keys)):
            found += [(row[0], row[1]) for row in self._rows(_HOLDERS % marks(some), *some)]
        return found

    def by_source_id(self, source_id: str) -> list[int]:
        """Customers who had exactly this id in the program they came from."""
        return [row[0] for row in self._rows(_KEY, source_key(source_id))]

    def words_of(self, customers: Sequence[int]) -> dict[int, list[str]]:
        """The folded words of customers, as they are kept; those who have none are left out."""
        found = self._rows(_DOCS % marks(customers), *customers) if customers else ()
        words = {one: [word for word in text.split() if word != AROUND] for one, text in found}
        return {one: its for one, its in words.items() if its}

    def _by_ranges(
        self, ranges: Sequence[Range], most: int, is_latest_first: bool = False
    ) -> list[int]:
        """Those with a key in one of some ranges, at most so many of each.

        Args:
            is_latest_first: else in the order of their keys.
        """
        values = [value for first, end in ranges for value in (first, end, most)]
        asked = " UNION ALL ".join([_LATEST if is_latest_first else _RANGE] * len(ranges))
        rows = self._rows(asked, *values) if asked else ()
        return list(dict.fromkeys(row[0] for row in rows))

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return read(self._db, sql, *values)
