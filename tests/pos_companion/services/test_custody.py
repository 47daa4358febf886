import pytest

from pos_companion.errors import KeyRequiredError, RefusedError
from pos_companion.services.custody import print_recovery_code
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
