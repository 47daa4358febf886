"""The ready-made rules of each kind of shop."""

import pytest

from pos_companion.rules import RuleState
from pos_companion.rules.effects.gift import Gift
from pos_companion.services import Shop
from pos_companion.services.ready_rules import SHOP_KINDS, ShopKind, ready_rules
from pos_companion.services.rule_lint import lint_rule
from pos_companion.services.rulebook import save_rule
from tests.builders import add_gift, keep_profile


@pytest.mark.parametrize("kind", ShopKind)
def test_every_kind_of_shop_has_a_few_to_begin_with(shop: Shop, kind: ShopKind) -> None:
    found = ready_rules(shop, kind)
    assert len(found) >= 4
    assert {rule.state for rule in found} == {RuleState.DRAFT}
    assert kind in SHOP_KINDS


@pytest.mark.parametrize("kind", ShopKind)
def test_nothing_is_the_matter_with_them_once_there_is_a_gift(shop: Shop, kind: ShopKind) -> None:
    add_gift("Candle")
    for rule in ready_rules(shop, kind):
        assert lint_rule(shop, rule) == (), rule.id


def test_what_the_shop_has_already_is_left_out(sample_shop: Shop) -> None:
    found = {rule.id for rule in ready_rules(sample_shop, ShopKind.CAFE)}
    assert found == {"put-right", "new-friend", "rainy-day"}


def test_they_are_in_the_currency_of_the_shop(shop: Shop) -> None:
    keep_profile(shop, currency="CHF")
    first_visit = next(one for one in ready_rules(shop, ShopKind.CAFE) if one.id == "first-visit")
    assert first_visit.effects[0].amount.currency == "CHF"


def test_a_gift_that_is_not_on_the_shelf_gives_way_to_one_that_is(shop: Shop) -> None:
    candle = add_gift("Candle")
    birthday = next(one for one in ready_rules(shop, ShopKind.BAKERY) if one.id == "birthday")
    assert birthday.effects == (Gift(candle.id),)


def test_one_that_was_taken_is_a_draft_and_not_ready_made_any_more(shop: Shop) -> None:
    rule = ready_rules(shop, ShopKind.OTHER)[0]
    save_rule(shop, rule)
    assert rule.id not in {one.id for one in ready_rules(shop, ShopKind.OTHER)}
