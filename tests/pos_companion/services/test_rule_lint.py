from dataclasses import replace

import pytest

from pos_companion.errors import RefusedError
from pos_companion.i18n import in_language
from pos_companion.rules import GroupMode
from pos_companion.rules.rule import Wording
from pos_companion.services.rule_lint import lint_rule, require_sound, tone_of
from tests.builders import add_gift, add_rule, keep_profile
from tests.pos_companion.rules.lint.linting import SOUND


def codes(shop, rule):
    return {one.code for one in lint_rule(shop, rule)}


def test_a_rule_is_looked_at_among_the_shelf_and_the_rules_in_use(shop):
    assert codes(shop, SOUND) == {"empty_shelf"}
    add_gift("Biscuit")
    assert codes(shop, SOUND) == set()
    add_rule("Cookie", SOUND.when, priority=1, group="thanks", group_mode=GroupMode.FIRST)
    assert codes(shop, replace(SOUND, group="thanks")) == {"always_beaten"}


def test_the_ready_made_rules_of_the_sample_shop_are_all_sound(sample_shop):
    for rule in sample_shop.storage.rulebook.rules():
        assert lint_rule(sample_shop, rule) == ()


def test_the_words_are_listened_to_while_they_are_typed():
    assert tone_of("A little something for you.") == ()
    assert tone_of("You earned 50 points!")
    with in_language("de"):
        assert tone_of("Sie haben 50 Punkte gesammelt!")


def test_the_first_complaint_is_the_refusal(shop):
    add_gift("Biscuit")
    with pytest.raises(RefusedError, match="in 14 words"):
        require_sound(shop, replace(SOUND, say="so " * 15))
    require_sound(shop, SOUND)


def test_a_shop_of_several_languages_uses_no_rule_without_words_in_each(shop):
    add_gift("Biscuit")
    keep_profile(shop, languages="en, de")
    assert codes(shop, SOUND) == {"untranslated"}
    with pytest.raises(RefusedError, match="no words in"):
        require_sound(shop, SOUND)
    require_sound(shop, replace(SOUND, also=(Wording("de", "Eine Kleinigkeit für Sie."),)))
