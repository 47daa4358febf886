"""What the shop decides, by script."""

import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.deeds import do


def test_settings_are_read_and_some_are_changed(shop):
    before = do(shop, "shop_settings", {})
    assert (before["currency"], before["keep_months"]) == ("EUR", 24)
    after = do(
        shop,
        "shop_settings",
        {"keep_months": 12, "leap": "mar1", "banned_tags": ["alcohol"], "name": "Corner"},
    )
    assert (after["keep_months"], after["leap"], after["name"]) == (12, "mar1", "Corner")
    assert tuple(after["banned_tags"]) == ("alcohol",)
    assert do(shop, "shop_settings", {}) == after


@pytest.mark.parametrize(
    "wrong", [{"colour": "red"}, {"keep_months": "two"}, {"leap": "feb30"}, {"currency": "EURO"}]
)
def test_what_there_is_not_is_a_sentence(shop, wrong):
    before = do(shop, "shop_settings", {})
    with pytest.raises(BadInputError):
        do(shop, "shop_settings", wrong)
    assert do(shop, "shop_settings", {}) == before
