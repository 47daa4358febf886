"""Finds people by words: whole ones, beginnings, other forms of a name, sounds, and slips.

Words fit in any order; the last one may be a beginning. First come those who have all words whole,
then those who have them as beginnings. Only when there are few of those, the words are taken for
other forms of a name, for its sound, and for slips of the finger. Rows come in the order of their
slot, so the search can stop at its limit: a smaller slot is likelier to walk in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.insight.nicknames import other_names
from pos_companion.storage.asking import WHOLE, all_of, begun, graded, one_of, whole
from pos_companion.storage.expected import Expected, Likely
from pos_companion.storage.faults import read
from pos_companion.storage.folding import search_words
from pos_companion.storage.search_keys import STREET
from pos_companion.storage.vocabulary import Near, Vocabulary

_MATCH = """
SELECT s.customer_id, s.d FROM name_fts f JOIN search_doc s ON s.slot = f.rowid
WHERE name_fts MATCH ? ORDER BY f.rowid LIMIT ?
"""
_MOST_WORDS = 8
_LONGEST_BEGINNING = 6
_MOST_ENDINGS = 24
_LOOKED_AT = 40
_LONG_NAME, _OF_A_LONG_ONE = 4, 2
"""Of more words than a name has, so many are taken for a slip: each costs a question to all."""


class Match(NamedTuple):
    """Somebody the search found.

    Attributes:
        text: the folded words they are found by.
        likely: how likely they walk in now, larger is likelier; None where it was not read yet.
        closeness: how well the worst word fits; smaller is better.
        slack: the same of all words together.
        met: the words that fit those typed, in their order.
    """

    customer: int
    text: str
    likely: float | None = None
    closeness: int = WHOLE
    slack: int = 0
    met: tuple[str, ...] = ()

    def weighing(self, likely: float | None) -> "Match":
        """The same with another likelihood."""
        return Match(self.customer, self.text, likely, self.closeness, self.slack, self.met)


class _Asked(NamedTuple):
    """Some words, and what the vocabulary says about them.

    Attributes:
        words: folded, each once.
        known: those that somebody has whole.
        strange: those that nobody has, and nobody's word begins with.
        goes_on: there are longer words that begin with the last one.
    """

    words: list[str]
    known: set[str]
    strange: list[str]
    goes_on: bool

    @property
    def are_known(self) -> bool:
        return len(self.known) == len(self.words)


Found = dict[int, Match]


class WordSearch:
    """What is asked of the index of words.

    Args:
        expected: who may walk in now.
    """

    def __init__(self, db: SqlCipherDatabase, words: Vocabulary, expected: Expected) -> None:
        self._db = db
        self._words = words
        self._expected = expected

    def matches(self, typed: Iterable[str], enough: int) -> list[Match]:
        """Whoever may be meant by some words, in spite of other forms, sounds and slips.

        Args:
            typed: folded words, the last of which may be a beginning.
            enough: once so many are found, nothing is looked for that fits less well.
        """
        asked = self._asked(typed)
        if not asked.words:
            return []
        expected = self._expect(asked, asked.are_known, enough)
        if len(expected) >= enough and _is_best(expected, len(asked.words) - len(asked.known)):
            return list(expected.values())
        found = {} if asked.strange else self.plain(asked, enough, enough)
        if len(found) < enough:
            found = {one: match.weighing(None) for one, match in found.items()}
            self._alike(asked, found, enough)
        elif asked.are_known:
            expected |= self._expect(asked, False, enough)
        return list((found | expected).values())

    def exactly(self, typed: Iterable[str], enough: int, most: int) -> list[int]:
        """Those who have the words, or words that begin so, without guessing; at most so many."""
        asked = self._asked(typed)
        return list(self.plain(asked, enough, most)) if asked.words else []

    def _asked(self, typed: Iterable[str]) -> _Asked:
        words = list(dict.fromkeys(typed))[:_MOST_WORDS]
        first, after = self._words.first_from(words) if words else ({}, "")
        return _Asked(
            words,
            {word for word in words if first[word] == word},
            [word for word in words if not first[word].startswith(word)],
            bool(words) and after.startswith(words[-1]),
        )

    def _expect(self, asked: _Asked, are_whole: bool, most: int) -> Found:
        return _fitting(self._expected.having(asked.words, are_whole, most), asked.words)

    def plain(self, asked: _Asked, enough: int, most: int) -> Found:
        """Those who have the words, or words that begin so."""
        found: Found = {}
        words = tuple(asked.words)
        for question, is_whole in self._plain_questions(asked, found):
            for customer, text in self._ask(question, most):
                if customer in found:
                    continue
                # Of very many the first stand in the order of their slots, behind the expected.
                likely = -float(len(found))
                if is_whole:
                    found[customer] = Match(customer, text, likely, WHOLE, 0, words)
                elif (fit := graded(text, words, {})) is not None:
                    found[customer] = Match(customer, text, likely, *fit)
            if len(found) >= enough:
                break
        return found

    def _plain_questions(self, asked: _Asked, found: Found) -> Iterator[tuple[str, bool]]:
        """From the closest question to the widest; the widest only while nobody was found.

        Beside each whether everybody it finds has all words whole.
        """
        words = [whole(word) for word in asked.words]
        *before, last = asked.words
        if asked.are_known:
            yield all_of(words), True
        if asked.goes_on and all(word in asked.known for word in before):
            yield all_of([*words[:-1], self._begun(last)]), False
        if not found and before:
            yield all_of([self._begun(word) for word in asked.words]), False

    def _begun(self, word: str) -> str:
        """Asks for words with a beginning; of long ones the few that there are, one by one."""
        if len(word) <= _LONGEST_BEGINNING:
            return begun(word)
        endings = self._words.begun(word, _MOST_ENDINGS)
        return one_of(endings) if len(endings) < _MOST_ENDINGS else begun(word)

    def _alike(self, asked: _Asked, found: Found, enough: int) -> None:
        """Look for other names, streets, sounds and slips of the words that are strange.

        When somebody is found by each word, but nobody by all of them, one word after the other is
        taken for a slip.
        """
        names = other_names(search_words)
        also = {word: Near(names[word], frozenset()) for word in asked.words if word in names}
        if also and asked.are_known:
            self._guess(asked, also, found)
        if found:
            return
        is_long = len(asked.words) > _LONG_NAME
        one_by_one = [[word] for word in reversed(asked.words)]
        one_by_one = one_by_one[:_OF_A_LONG_ONE] if is_long else one_by_one
        for words in [asked.strange] if asked.strange else one_by_one:
            self._guess(asked, {**also, **self._near(asked, words)}, found)
            if len(found) >= enough:
                break
        if not found and len(asked.words) > 1 and not is_long:
            self._guess(asked, self._near(asked, asked.words), found)

    def _near(self, asked: _Asked, words: Sequence[str]) -> dict[str, Near]:
        """What else may have been meant by some of the words."""
        names = other_names(search_words)
        near = {word: self._words.near(word, word == asked.words[-1]) for word in words}
        return {
            word: Near(
                meant.sounds | names.get(word, frozenset()),
                meant.slips,
                (STREET + word, *meant.begins),
            )
            for word, meant in near.items()
        }

    def _guess(self, asked: _Asked, near: Mapping[str, Near], found: Found) -> None:
        """Ask for words or what may have been meant by them."""
        parts = []
        for word in asked.words:
            meant = near.get(word)
            as_is = [word] if word in asked.known else []
            if meant is not None:
                words = [*as_is, *sorted(meant.sounds), *sorted(meant.slips)]
                parts.append(one_of(words, meant.begins))
            else:
                is_whole = as_is and word != asked.words[-1]
                parts.append(whole(word) if is_whole else self._begun(word))
        for customer, text in self._ask(all_of(parts), _LOOKED_AT):
            if customer not in found and (fit := graded(text, asked.words, near)) is not None:
                found[customer] = Match(customer, text, None, *fit)

    def _ask(self, question: str, most: int) -> list[tuple[int, str]]:
        return read(self._db, _MATCH, question, most) if question else []


def _fitting(people: Iterable[Likely], words: Sequence[str]) -> Found:
    fits = ((one, graded(one.text, words, {})) for one in people)
    return {one.customer: Match(*one, *fit) for one, fit in fits if fit is not None}


def _is_best(found: Found, slack: int) -> bool:
    """Whether nobody could fit better: each word that nobody has whole is a beginning."""
    return all(one.slack <= slack for one in found.values())
