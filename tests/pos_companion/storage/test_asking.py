"""Words become questions to the word index, and whoever answers is graded."""

from pos_companion.storage.asking import (
    ALIKE,
    BEGUN,
    SLIP,
    WHOLE,
    all_of,
    begun,
    graded,
    one_of,
    whole,
)
from pos_companion.storage.vocabulary import Near

MEYER = Near(sounds=frozenset({"maier"}), slips=frozenset({"meier"}), begins=("mayr",))


def test_a_question_quotes_every_word_so_that_none_is_a_command() -> None:
    assert one_of(["not", "near"], ["or"]) == '("not" OR "near" OR "or"*)'
    assert all_of([whole("and"), begun("kos")]) == '"and" AND "kos"*'


def test_a_question_nobody_can_answer_is_empty() -> None:
    assert one_of([]) == ""
    assert all_of([whole("ana"), one_of([])]) == ""


def test_a_word_with_very_many_forms_still_makes_a_short_question() -> None:
    question = one_of([f"ana{n}" for n in range(1000)], ["an"])
    assert question.count(" OR ") == 63


def test_a_word_fits_best_whole_then_begun_then_by_its_sound_then_with_a_slip() -> None:
    near = {"meyer": MEYER}
    assert graded("meyerhof meyer", ["meyer"], near) == (WHOLE, WHOLE, ("meyer",))
    assert graded("maier meyerhof", ["meyer"], near) == (BEGUN, BEGUN, ("meyerhof",))
    assert graded("meier maier", ["meyer"], near) == (ALIKE, ALIKE, ("maier",))
    assert graded("ana meier", ["meyer"], near) == (SLIP, SLIP, ("meier",))
    assert graded("mayrhofer", ["meyer"], near) == (SLIP, SLIP, ("mayrhofer",))


def test_several_words_are_as_good_as_the_worst_and_are_told_in_the_order_typed() -> None:
    found = graded("ana kosovar maier", ["meyer", "kos", "ana"], {"meyer": MEYER})
    assert found == (ALIKE, ALIKE + BEGUN + WHOLE, ("maier", "kosovar", "ana"))


def test_who_lacks_one_of_the_words_was_not_meant() -> None:
    assert graded("ana kos", ["ana", "meyer"], {"meyer": MEYER}) is None
    assert graded("", ["ana"], {}) is None
