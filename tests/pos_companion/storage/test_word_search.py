"""People are found by words: whole ones first, then beginnings, then slips."""

import pytest

from pos_companion.storage import Storage
from pos_companion.storage.expected import Expected
from pos_companion.storage.vocabulary import Vocabulary
from pos_companion.storage.word_search import WordSearch
from tests.pos_companion.storage.records import add_customer


@pytest.fixture
def search(storage: Storage) -> WordSearch:
    return WordSearch(storage.db, Vocabulary(storage.db), Expected(storage.db))


def found(search: WordSearch, *typed: str) -> list[int]:
    return [match.customer for match in search.matches(typed, enough=6)]


def test_words_fit_in_any_order(storage: Storage, search: WordSearch) -> None:
    rosa = add_customer(storage, name="Rosa Delgado")
    assert found(search, "delgado", "rosa") == [rosa.id]
    assert found(search, "rosa", "del") == [rosa.id]


def test_a_whole_word_stands_before_a_beginning(storage: Storage, search: WordSearch) -> None:
    rosalind = add_customer(storage, name="Rosalind Kahn")
    rosa = add_customer(storage, name="Rosa Delgado")
    assert found(search, "rosa") == [rosa.id, rosalind.id]


def test_a_slip_of_the_finger_still_finds_them(storage: Storage, search: WordSearch) -> None:
    rosa = add_customer(storage, name="Rosa Delgado")
    assert found(search, "delagdo") == [rosa.id]


def test_what_nobody_is_called_finds_nobody(storage: Storage, search: WordSearch) -> None:
    add_customer(storage, name="Rosa Delgado")
    assert found(search, "xylophone") == []


def test_many_words_of_many_people_are_not_each_taken_for_a_slip(
    storage: Storage, search: WordSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["Anna", "Maria", "Peter", "Paul", "Jana", "Emil", "Lena", "Otto"]
    for name in names:
        add_customer(storage, name=name)
    questions: list[str] = []

    def ask(question: str, _: int) -> list[tuple[int, str]]:
        questions.append(question)
        return []

    monkeypatch.setattr(search, "_ask", ask)
    assert found(search, *map(str.lower, names)) == []
    assert len(questions) <= 5


def test_a_slip_into_another_name_is_found_in_a_long_name(
    storage: Storage, search: WordSearch
) -> None:
    ana = add_customer(storage, name="Ana del Carmen Garcia Lopez")
    add_customer(storage, name="Eva Lopes")
    assert found(search, "ana", "del", "carmen", "garcia", "lopes") == [ana.id]
