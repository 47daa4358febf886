import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.sounds import SHORTEST, sound_of


@pytest.mark.parametrize(
    "alike",
    [
        "meyer maier meier mayer",
        "stephen steven",
        "biskit biscuit",
        "schmidt schmitt",
        "philip filip",
        "catherine katherine",
    ],
)
def test_names_said_alike_sound_alike_however_they_are_spelled(alike):
    sounds = {sound_of(name) for name in alike.split()}
    assert len(sounds) == 1
    assert sounds != {""}


@pytest.mark.parametrize("pair", ["anna peter", "rex max", "silva costa", "maria mark"])
def test_names_said_differently_do_not_sound_alike(pair):
    one, other = pair.split()
    assert sound_of(one) != sound_of(other)


def test_a_word_too_short_to_say_has_no_sound():
    assert sound_of("") == sound_of("jo") == ""


def test_greek_and_arabic_letters_written_for_one_another_are_one():
    assert sound_of("ειρηνη") == sound_of("ιρινι")
    assert sound_of("علی") == sound_of("علي")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=SHORTEST, max_size=20))
def test_no_latin_word_gets_longer_by_more_than_its_letters_for_ks(word):
    assert len(sound_of(word)) <= len(word) + word.count("x")
