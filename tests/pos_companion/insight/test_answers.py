"""Which answer fits, however it is asked."""

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.answers import ranked, telling

CAFE = [
    (" when are you open hours opening ", " half past seven to six "),
    (" which cakes have nuts allergens ", " the almond croissant nuts "),
    (" do you have oat milk vegan ", " yes oat and soy "),
    (" may my dog come in pets ", " please do water at the door "),
]


def test_a_word_of_the_question_finds_it_and_so_does_its_beginning() -> None:
    assert ranked(["nuts"], CAFE) == [1]
    assert ranked(["all"], CAFE) == [1]


def test_words_of_what_is_said_find_it_after_those_of_the_question() -> None:
    assert ranked(["soy"], CAFE) == [2]
    assert ranked(["water"], [(" the water here ", " x "), *CAFE]) == [0, 4]


def test_rare_words_say_more_than_those_everybody_uses() -> None:
    assert ranked(["do", "you", "have", "oat"], CAFE) == [2]
    assert ranked(["dog", "allowed"], CAFE) == [3]


def test_what_nobody_wrote_down_is_not_answered_with_something_else() -> None:
    assert ranked(["sell", "flour"], CAFE) == []
    assert ranked(["flour"], CAFE) == []
    assert ranked([], CAFE) == []
    assert ranked(["oat"], []) == []


def test_what_every_question_has_says_nothing_about_it() -> None:
    assert telling(["what", "about", "dogs"]) == ["dogs"]
    assert telling(["gibt", "es", "hafermilch"]) == ["hafermilch"]
    assert telling(["who", "are", "you"]) == ["who", "are", "you"]
    assert telling([]) == []


WORDS = st.lists(st.text("abc", min_size=1, max_size=3), max_size=4, unique=True)
LINE = st.lists(st.text("abc", min_size=1, max_size=4), max_size=5).map(
    lambda words: f" {' '.join(words)} "
)


@given(WORDS, st.lists(st.tuples(LINE, LINE), max_size=6))
def test_every_place_is_named_at_most_once_and_holds_something_asked(asked, answers) -> None:
    places = ranked(asked, answers)
    assert len(set(places)) == len(places)
    for place in places:
        assert any(f" {word}" in "".join(answers[place]) for word in asked)
