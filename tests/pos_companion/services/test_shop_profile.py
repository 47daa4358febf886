"""What the shop decides once for all its tills."""

from dataclasses import replace

import pytest

from pos_companion.errors import BadInputError, NotAllowedError, RefusedError
from pos_companion.model.staff import Role
from pos_companion.services import Shop
from pos_companion.services.shop_profile import change_profile, undo_profile
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.builders import add_product
from tests.state import everything


def test_it_counts_at_once_and_is_undone(shop: Shop) -> None:
    before = everything(shop)
    wanted = replace(shop.profile, name="Corner", currency="sek", country="se", keep_months=12)
    change = change_profile(shop, wanted)
    assert (shop.profile.currency, shop.profile.country) == ("SEK", "SE")
    assert shop.storage.settings.profile() == shop.profile == change.after
    undo_profile(shop, change)
    assert shop.profile == change.before
    assert everything(shop) == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "A" * 81}, "Keep it under 80 letters"),
        ({"currency": "EURO"}, "three letters"),
        ({"country": "Germany"}, "two letters"),
        ({"zone": "Berlin"}, "Europe/Lisbon"),
        ({"day_starts_at": 12}, "from 0 to 11"),
        ({"keep_months": 0}, "from 1 to 120"),
        ({"languages": "de, klingon"}, "klingon is not a language"),
        ({"card_prefix": "2500000000000"}, "at most twelve"),
    ],
)
def test_what_there_is_not_is_refused(shop: Shop, wrong: dict[str, object], said: str) -> None:
    before = shop.profile
    with pytest.raises(BadInputError, match=said):
        change_profile(shop, replace(shop.profile, **wrong))
    assert shop.storage.settings.profile() == shop.profile == before


def test_the_currency_of_amounts_stays(shop: Shop) -> None:
    add_product("Coffee")
    with pytest.raises(RefusedError, match="amounts in EUR"):
        change_profile(shop, replace(shop.profile, currency="SEK"))


def test_what_was_decided_anew_is_not_undone(shop: Shop) -> None:
    change = change_profile(shop, replace(shop.profile, name="Corner"))
    change_profile(shop, replace(shop.profile, name="Other corner"))
    with pytest.raises(RefusedError):
        undo_profile(shop, change)
    assert shop.profile.name == "Other corner"


def test_languages_are_kept_each_once_and_the_own_one_first(shop: Shop) -> None:
    change_profile(shop, replace(shop.profile, languages=" DE,tr  de pt-br"))
    assert shop.profile.languages == "de, tr, pt-BR"
    assert shop.profile.spoken == ("de", "tr", "pt-BR")


def test_only_a_manager_decides(shop: Shop) -> None:
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sam = add_person(shop, "Sam", Role.KEYHOLDER, "4826").after.id
    sign_in(shop, sam, "4826")
    with pytest.raises(NotAllowedError):
        change_profile(shop, replace(shop.profile, name="Corner"))
