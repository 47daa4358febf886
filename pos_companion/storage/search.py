"""Drawer: finds people by any fragment.

Words are matched in any order; the last one may be a beginning. First those who have all words
whole, then those who have them as beginnings; only when there are few of those, the words are
taken for other forms of a name, for its sound, and for slips of the finger. Rows come in the order
of their slot, so the search can stop at its limit: a smaller slot is likelier to walk in. Numbers,
cards and e-mails are point or range probes on `contact_key`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.insight.nicknames import other_names
from pos_companion.storage.asking import BEGUN, WHOLE, all_of, begun, graded, one_of, whole
from pos_companion.storage.expected import Expected
from pos_companion.storage.faults import read
from pos_companion.storage.folding import search_words
from pos_companion.storage.search_index import SearchIndex
from pos_companion.storage.search_keys import AROUND, card_key, number_ranges, text_range
from pos_companion.storage.vocabulary import Near

_MATCH = """
SELECT s.customer_id, s.d, c.visits, c.first_visit, c.last_visit
FROM name_fts f JOIN search_doc s ON s.slot = f.rowid JOIN customer c ON c.id = s.customer_id
WHERE name_fts MATCH ? AND c.erased IS NULL ORDER BY f.rowid LIMIT ?
"""
_SOME = """
SELECT c.id, coalesce(s.d, ''), c.visits, c.first_visit, c.last_visit
FROM customer c LEFT JOIN search_doc s ON s.customer_id = c.id
WHERE c.id IN (SELECT value FROM json_each(?)) AND c.erased IS NULL
"""
_RANGE = "SELECT * FROM (SELECT customer_id, ? FROM contact_key WHERE k >= ? AND k < ? LIMIT ?)"
_KEY = "SELECT customer_id FROM contact_key WHERE k = ?"
_EITHER_KEY = "SELECT customer_id FROM contact_key WHERE k IN (?, ?) ORDER BY k"
_DOC = "SELECT d FROM search_doc WHERE customer_id = ?"
_MOST_WORDS = 8
_LONGEST_BEGINNING = 6
_MOST_ENDINGS = 24
_LOOKED_AT = 8
_LOOKED_AT_FOR_SLIPS = 40


class Match(NamedTuple):
    """Somebody the search found.

    Attributes:
        text: the folded words they are found by.
        visits: those that count.
        first_visit: a day number; None when there was none.
        last_visit: seconds UTC; None when there was none.
        times: in how many of the last weeks they came at this time of the week.
        closeness: how well the worst word fits; smaller is better.
        slack: the same of all words together.
        met: the words that fit those typed, in their order.
    """

    customer: int
    text: str
    visits: int
    first_visit: int | None
    last_visit: int | None
    times: int = 0
    closeness: int = WHOLE
    slack: int = 0
    met: tuple[str, ...] = ()


Found = dict[int, Match]


class SearchDrawer(SearchIndex):
    """The look-up tables and what is asked of them.

    Attributes:
        expected: who may walk in now; empty until it is told the time.
    """

    def __init__(self, db: SqlCipherDatabase) -> None:
        super().__init__(db)
        self.expected = Expected(db)

    def matches(self, typed: Sequence[str], enough: int) -> list[Match]:
        """Whoever may be meant by some words, in spite of other forms, sounds and slips.

        Args:
            typed: folded words, the last of which may be a beginning.
            enough: once so many are found, nothing is looked for that fits less well.
        """
        typed = list(dict.fromkeys(typed))[:_MOST_WORDS]
        if not typed:
            return []
        known = self._words.known(typed)
        found = self._plain(typed, known, enough, max(_LOOKED_AT, enough))
        if len(found) < enough:
            self._alike(typed, known, found, enough)
        return list(found.values())

    def by_words(self, text: str, limit: int, enough: int = 6) -> list[int]:
        """Customers whose words begin with those typed, in any order, without guessing.

        First those with all words whole, then the last word as a beginning; when there are none,
        every word as one. Quotes, stars and other signs mean nothing; text without a letter finds
        nobody.
        """
        typed = list(dict.fromkeys(search_words(text)))[:_MOST_WORDS]
        known = self._words.known(typed)
        found = self._plain(typed, known, min(enough, limit), limit) if typed else {}
        return [one.customer for one in found.values()][:limit]

    def _plain(
        self, typed: Sequence[str], known: AbstractSet[str], enough: int, most: int
    ) -> Found:
        found: Found = {}
        is_crowded = False
        for question in self._plain_questions(typed, known, found):
            rows = self._ask(question, most)
            is_crowded = is_crowded or len(rows) == most
            self._add(found, rows, typed, {})
            if len(found) >= enough:
                break
        if is_crowded:
            more = [one for one in self.expected.begin(typed, _LOOKED_AT) if one not in found]
            self._add(found, self._rows(_SOME, str(more)) if more else (), typed, {})
        return found

    def _plain_questions(
        self, typed: Sequence[str], known: AbstractSet[str], found: Found
    ) -> Iterator[str]:
        """From the closest question to the widest; the widest only while nobody was found."""
        words = [whole(word) for word in typed]
        are_known = [word in known for word in typed]
        if all(are_known):
            yield all_of(words)
        if all(are_known[:-1]):
            yield all_of([*words[:-1], self._begun(typed[-1])])
        if not found and len(typed) > 1:
            yield all_of([self._begun(word) for word in typed])

    def _begun(self, word: str) -> str:
        """Asks for words with a beginning; of long ones the few that there are, one by one."""
        if len(word) <= _LONGEST_BEGINNING:
            return begun(word)
        endings = self._words.begun(word, _MOST_ENDINGS)
        return one_of(endings) if len(endings) < _MOST_ENDINGS else begun(word)

    def _alike(
        self, typed: Sequence[str], known: AbstractSet[str], found: Found, enough: int
    ) -> None:
        """Look for other names, sounds and slips of the words nobody is found by.

        When somebody is found by each word, but nobody by all of them, one word after the other is
        taken for a slip.
        """
        names = other_names(search_words)
        also = {word: Near(names[word], frozenset()) for word in typed if word in names}
        if also and all(word in known for word in typed):
            self._guess(typed, known, also, found)
        if found:
            return
        strange = [word for word in typed if word not in known and not self._words.begun(word, 1)]
        for words in [strange] if strange else [[word] for word in reversed(typed)]:
            near = dict(also)
            for word in words:
                meant = self._words.near(word, word == typed[-1])
                known_as = names.get(word, frozenset())
                near[word] = meant._replace(sounds=meant.sounds | known_as)
            self._guess(typed, known, near, found)
            if len(found) >= enough:
                break

    def _guess(
        self,
        typed: Sequence[str],
        known: AbstractSet[str],
        near: Mapping[str, Near],
        found: Found,
    ) -> None:
        """Ask for words or what may have been meant by them."""
        parts = []
        for word in typed:
            meant = near.get(word)
            as_is = [word] if word in known else []
            if meant is None:
                parts.append(whole(word) if as_is and word != typed[-1] else self._begun(word))
            else:
                words = [*as_is, *sorted(meant.sounds), *sorted(meant.slips)]
                parts.append(one_of(words, meant.begins))
        if question := all_of(parts):
            self._add(found, self._ask(question, _LOOKED_AT_FOR_SLIPS), typed, near)

    def _add(
        self,
        found: Found,
        rows: Iterable[Sequence[Any]],
        typed: Sequence[str],
        near: Mapping[str, Near],
    ) -> None:
        for row in rows:
            if row[0] not in found and (fit := graded(row[1], typed, near)) is not None:
                times = self.expected.times(row[0])
                found[row[0]] = Match._make((*row, times, *fit))

    def _ask(self, question: str, most: int) -> list[Any]:
        return self._rows(_MATCH, question, most) if question else []

    def some(self, customers: Sequence[int]) -> list[Match]:
        """What is known for ranking some customers, in their order; the forgotten are left out."""
        if not customers:
            return []
        rows = {row[0]: row for row in self._rows(_SOME, str(list(customers)))}
        times = self.expected.times
        plain = (WHOLE, 0, ())
        return [Match._make((*rows[one], times(one), *plain)) for one in customers if one in rows]

    def by_number(self, text: str, limit: int) -> list[int]:
        """Customers whose phone or card ends with, or begins with, the digits typed; ends first."""
        return list(self._by_ranges(number_ranges(text), limit))[:limit]

    def numbers(self, text: str, most: int) -> list[Match]:
        """The same for ranking, at most so many of each sort; those it ends with fit better."""
        places = self._by_ranges(number_ranges(text), most)
        ends = {"r": WHOLE, "C": WHOLE, "D": WHOLE}
        return [
            one._replace(closeness=ends.get(places[one.customer], BEGUN))
            for one in self.some(list(places))
        ]

    def by_email(self, text: str, limit: int) -> list[int]:
        """Customers whose e-mail address begins with the text."""
        typed = text.strip().casefold()
        return list(self._by_ranges([("e", *text_range("e" + typed))], limit)) if typed else []

    def by_card(self, code: str) -> list[int]:
        """Customers who carry exactly this card; one in a healthy shop."""
        return [row[0] for row in self._rows(_KEY, card_key(code))]

    def by_code(self, code: str) -> list[int]:
        """Customers with exactly this card, or this id in the program they came from."""
        rows = self._rows(_EITHER_KEY, card_key(code), "x" + code.casefold())
        return list(dict.fromkeys(row[0] for row in rows))

    def by_source_id(self, source_id: str) -> list[int]:
        """Customers who had exactly this id in the program they came from."""
        return [row[0] for row in self._rows(_KEY, "x" + source_id.casefold())]

    def words_of(self, customer: int) -> list[str]:
        """The folded words of a customer, as they are kept; empty when there are none."""
        found = self._rows(_DOC, customer)
        return [word for word in found[0][0].split() if word != AROUND] if found else []

    def _by_ranges(self, ranges: Sequence[tuple[str, str, str]], most: int) -> dict[int, str]:
        """By customer the sort of key that lies in its range; at most so many of each."""
        values = [value for sort, first, end in ranges for value in (sort, first, end, most)]
        asked = " UNION ALL ".join([_RANGE] * len(ranges))
        rows = self._rows(asked, *values) if asked else ()
        found: dict[int, str] = {}
        for customer, sort in rows:
            found.setdefault(customer, sort)
        return found

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return read(self._db, sql, *values)
