import pytest

from pos_companion.i18n import words
from pos_companion.insight.tone import SpokenAs, may_be_said, words_in


def codes(text: str, spoken_as: SpokenAs | None = None) -> list[str]:
    return [complaint.code for complaint in may_be_said(text, spoken_as)]


@pytest.mark.parametrize(
    ("text", "spoken_as"),
    [
        ("Morning, {name}!", SpokenAs.GREETING),
        ("Good to see you, {name}.", SpokenAs.GREETING),
        ("The usual today?", SpokenAs.GREETING),
        ("A little something for {pet}’s birthday.", SpokenAs.OFFER),
        ("Happy birthday! Would you like to pick a candle?", SpokenAs.OFFER),
        ("Getting ready for the weekend?", SpokenAs.OFFER),
        ("This one’s on us today.", SpokenAs.OFFER),
        ("Would {pet} like a biscuit?", SpokenAs.OFFER),
        ("Sorry about the oat milk on Tuesday. Today’s is on us.", SpokenAs.APOLOGY),
        ("{owner} is looking after it. You'll hear by {day}.", SpokenAs.APOLOGY),
        ("Let me find out for you.", None),
        ("How was the half marathon?", None),
        ("Another time, then.", None),
        ("This one has no nuts.", None),
        ("", None),
    ],
)
def test_the_shops_own_words_may_be_said(text: str, spoken_as: SpokenAs | None) -> None:
    assert codes(text, spoken_as) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Welcome, valued customer", "scheme"),
        ("An exclusive treat for you", "scheme"),
        ("You've reached 10 points", "scheme"),
        ("It’s the best deal in town", "scheme"),
        ("Your reward is ready", "scheme"),
        ("Thanks for your loyalty", "scheme"),
        ("Only for MEMBERS", "scheme"),
        ("As per our policy, no", "policy"),
        ("Please calm down", "policy"),
        ("I don’t know", "policy"),
        ("Nobody told me", "policy"),
        ("That is €3.50 less", "money"),
        ("You get 10 % today", "money"),
        ("Ten per cent? No, 5 percent", "money"),
        ("5 euros for you", "money"),
        ("Take {amount} off", "money"),
        ("You've spent a lot with us", "money"),
        ("Biscuit turns 4 tomorrow!", "age"),
        ("Ana is 8 on Saturday", "age"),
        ("Happy 10th anniversary to you", "age"),
        ("She is 8 years old", "age"),
        ("You haven't been here for 6 weeks", "absence"),
        ("Welcome back!", "absence"),
        ("We missed you", "absence"),
        ("Your 10th visit!", "absence"),
        ("Long time no see", "absence"),
        ("I see you always order tea", "habits"),
        ("I read that you ran", "habits"),
        ("According to our records", "habits"),
        ("Mia told me about Lisbon", "source"),
        ("How is the allergy?", "private"),
        ("Sorry to hear about the divorce", "private"),
        ("Are you sure? It’s free", "pressing"),
    ],
)
def test_what_is_never_said_aloud_is_found(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    ("spoken_as", "most"),
    [(SpokenAs.GREETING, 5), (SpokenAs.OFFER, 14), (SpokenAs.APOLOGY, 16)],
)
def test_a_sentence_is_short(spoken_as: SpokenAs, most: int) -> None:
    assert codes("la " * most, spoken_as) == []
    assert codes("la " * (most + 1), spoken_as) == ["length"]
    assert codes("la " * (most + 1)) == []


def test_a_name_is_said_once() -> None:
    assert codes("Hello {name}, lovely {name}!") == ["name"]


def test_a_complaint_names_the_words_it_means() -> None:
    (complaint,) = may_be_said("Collect your points here")
    assert words(complaint.phrase).startswith("“points” sounds like")
    (too_long,) = may_be_said("one two three four five six", SpokenAs.GREETING)
    assert words(too_long.phrase) == "Say it in 5 words."


def test_words_are_counted_as_they_are_spoken() -> None:
    assert words_in("The usual – today, {name}?") == 4
    assert words_in("“Hello!”") == 1


@pytest.mark.parametrize("text", ["appointment", "ideal", "remember", "a dealer", "points" + "man"])
def test_a_word_inside_another_is_not_meant(text: str) -> None:
    assert codes(text) == []
