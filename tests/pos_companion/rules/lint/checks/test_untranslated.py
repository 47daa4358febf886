from pos_companion.i18n import words
from pos_companion.rules.lint.judge import CHECKS
from pos_companion.rules.rule import Wording
from tests.pos_companion.rules.lint.linting import around, codes, said, sound


def test_words_are_missing_only_in_languages_the_shop_says_it_speaks():
    assert codes(sound()) == set()
    assert codes(sound(), languages=("de",)) == set()
    assert codes(sound(), languages=("en", "de")) == {"untranslated"}
    german = Wording("de-AT", "Eine Kleinigkeit.")
    assert codes(sound(also=(german,)), languages=("en", "de")) == set()
    assert codes(sound(also=(Wording("de", " "),)), languages=("en", "de")) == {"untranslated"}


def test_the_languages_are_called_by_their_names():
    rule = sound()
    (phrase,) = CHECKS["untranslated"]().complaints(rule, around(languages=("en", "de", "tr")))
    assert "German and Turkish" in words(phrase).replace("\u2068", "").replace("\u2069", "")


def test_a_rule_without_any_words_is_told_so_once():
    assert said(sound(say=""), "untranslated", languages=("en", "de")) == []
