import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.typos import is_one_off, shortened, with_one_slip

WORDS = st.text(alphabet="abcdeñü", min_size=1, max_size=9)


@pytest.mark.parametrize("typed", ["biscuit", "biscit", "bisscuit", "biskuit", "bicsuit"])
def test_a_letter_less_more_wrong_or_two_swapped_is_one_slip(typed):
    assert is_one_off(typed, "biscuit")


@pytest.mark.parametrize("typed", ["bskit", "biscuits!!", "tiucsib", ""])
def test_two_slips_are_another_word(typed):
    assert not is_one_off(typed, "biscuit")


def test_a_slip_in_a_beginning_counts_only_while_the_word_may_go_on():
    assert is_one_off("elizb", "elizabeth", begun=True)
    assert not is_one_off("elizb", "elizabeth")
    assert not is_one_off("olzb", "elizabeth", begun=True)


@given(word=WORDS, data=st.data())
def test_two_words_one_slip_apart_always_share_a_shortened_one(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abz"))
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    slips = [word[:at] + word[at + 1 :], word[:at] + letter + word[at + 1 :], swapped]
    for typed in [*slips, word[:at] + letter + word[at:]]:
        assert is_one_off(typed, word)
        assert shortened(typed) & shortened(word)


@given(WORDS)
def test_whatever_may_have_been_meant_is_one_slip_away_and_named_once(typed):
    meant = with_one_slip(typed)
    assert typed not in meant
    assert "" not in meant
    assert len(meant) == len(set(meant))
    assert all(is_one_off(typed, word) for word in meant)


def test_letters_of_the_own_script_are_put_in_and_unknown_scripts_are_only_swapped_and_cut():
    assert "анна" in with_one_slip("ана")
    assert set(with_one_slip("ანა")) == {"ნაა", "აან", "ნა", "აა", "ან"}
    assert with_one_slip("") == []
