from pos_companion.i18n import Phrase
from tests.pos_companion.rules.lint.linting import codes, said, sound


def test_the_manners_decide_what_may_be_said():
    def unkind(text):
        return [Phrase("Not like that.")] if "points" in text else []

    assert codes(sound(say="You earned points!"), unkind=unkind) == {"unkind_words"}
    assert said(sound(say="You earned points!"), "unkind_words", unkind=unkind) == [
        "Not like that."
    ]
    assert codes(sound(), unkind=unkind) == set()
