"""Steps on the shelf are taken back only while nobody built on them; more in `test_shelf`."""

from dataclasses import replace

import pytest

from pos_companion.errors import RefusedError
from pos_companion.services.shelf import edit_gift, receive, retire
from pos_companion.services.shelf_undo import undo_shelf
from tests.builders import add_gift
from tests.state import everything


def test_steps_taken_back_one_after_the_other_leave_no_trace(shop):
    cookie = add_gift("Cookie", 4)
    before = everything(shop)
    changes = [
        receive(shop, cookie.id, 6),
        edit_gift(shop, cookie, replace(cookie, name="Oat cookie", reorder_at=3)),
        retire(shop, cookie.id),
    ]
    for change in reversed(changes):
        undo_shelf(shop, change)
    assert everything(shop) == before


def test_a_step_somebody_built_on_stays(shop):
    cookie = add_gift("Cookie", 4)
    first = edit_gift(shop, cookie, replace(cookie, name="Oat cookie"))
    edit_gift(shop, first.after, replace(first.after, name="Ginger biscuit"))
    with pytest.raises(RefusedError, match="Ginger biscuit"):
        undo_shelf(shop, first)
