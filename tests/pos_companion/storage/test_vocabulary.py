"""The words people are found by, and the ways to one that was not typed as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.storage import Storage
from pos_companion.storage.vocabulary import Vocabulary, keys_of
from tests.pos_companion.storage.records import add_customer

letters = st.text("abcdefghij", min_size=4, max_size=12)


@pytest.fixture
def words(storage: Storage) -> Vocabulary:
    known = Vocabulary(storage.db)
    known.add(["maria", "marian", "meyer", "maier", "biscuit", "al"])
    return known


def test_a_word_added_twice_is_known_once(storage: Storage, words: Vocabulary) -> None:
    words.add(["maria", "maria", "kos"])
    assert words.known(["maria", "kos", "mar"]) == {"maria", "kos"}
    assert storage.rows("SELECT count(*) FROM term WHERE t = 'maria'") == [(1,)]


def test_words_are_told_by_their_beginning_in_order(words: Vocabulary) -> None:
    assert words.begun("mari", 5) == ["maria", "marian"]
    assert words.begun("mari", 1) == ["maria"]
    firsts, after = words.first_from(["bis", "maria", "zo"])
    assert firsts == {"bis": "biscuit", "maria": "maria", "zo": ""}
    assert after == ""


def test_a_slip_and_a_sound_lead_to_the_word_that_was_meant(words: Vocabulary) -> None:
    assert words.near("amria", is_begun=False).slips == {"maria"}
    assert "maier" in words.near("meyer", is_begun=False).sounds
    assert words.near("bisciut", is_begun=False).slips == {"biscuit"}
    assert "bis" in words.near("bys", is_begun=True).begins


def test_nothing_is_guessed_from_two_letters(words: Vocabulary) -> None:
    assert keys_of("al") == []
    assert words.near("la", is_begun=True) == (frozenset(), frozenset(), ())


def test_a_word_goes_with_the_last_one_found_by_it(storage: Storage) -> None:
    add_customer(storage, "Ana Kos")
    ben = add_customer(storage, "Ben Kos")
    storage.people.remove(ben.id)
    assert storage.search.check() == []
    assert Vocabulary(storage.db).known(["ana", "ben", "kos"]) == {"ana", "kos"}
    assert storage.rows("SELECT * FROM term_key WHERE t = 'ben'") == []


def test_filling_leaves_what_adding_one_by_one_would(storage: Storage, words: Vocabulary) -> None:
    everything = "SELECT h, t FROM term_key ORDER BY h, t"
    added = storage.rows(everything)
    words.add(["left"])
    words.fill(["al", "biscuit", "maier", "meyer", "marian", "maria", "maria"])
    assert storage.rows(everything) == added
    assert words.known(["left"]) == set()


@given(letters, st.data())
def test_a_word_with_a_letter_missing_shares_a_key_with_itself(
    word: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    typed = word[:at] + word[at + 1 :]
    assert {key for key, _ in keys_of(word)} & {key for key, _ in keys_of(typed)}
