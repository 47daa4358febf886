import pytest

from pos_companion.errors import KeyRequiredError, NotAllowedError, RefusedError
from pos_companion.model.staff import Role
from pos_companion.services import Shop
from pos_companion.services.custody import has_recovery_code, print_recovery_code
from pos_companion.services.sign_in import sign_out
from pos_companion.services.staff import add_person
from pos_companion.storage.keys import open_with_code


def test_the_printed_code_opens_the_records(shop):
    code = print_recovery_code(shop)
    assert open_with_code(shop.settings.folder, code.lower()).secret == shop.keys.secret


def test_a_new_code_makes_the_one_before_useless(shop):
    first, second = print_recovery_code(shop), print_recovery_code(shop)
    assert open_with_code(shop.settings.folder, second).secret == shop.keys.secret
    with pytest.raises(KeyRequiredError):
        open_with_code(shop.settings.folder, first)


def test_the_sample_shop_has_no_code(sample_shop):
    with pytest.raises(RefusedError, match="protects nothing"):
        print_recovery_code(sample_shop)


def test_it_is_known_whether_a_code_was_ever_made(shop: Shop) -> None:
    assert not has_recovery_code(shop)
    print_recovery_code(shop)
    assert has_recovery_code(shop)


def test_the_sample_shop_needs_no_code(sample_shop: Shop) -> None:
    assert has_recovery_code(sample_shop)


def test_only_a_manager_prints_a_code(shop: Shop) -> None:
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sign_out(shop)
    with pytest.raises(NotAllowedError, match="sign in first"):
        print_recovery_code(shop)
