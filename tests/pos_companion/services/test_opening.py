import os

import pytest

from pos_companion.errors import KeyRequiredError
from pos_companion.services.finding import find
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.opening import PASSPHRASE_VARIABLE, open_till
from pos_companion.services.samples import sample_day
from pos_companion.settings import Settings
from tests.builders import PASSPHRASE, SetClock, add_customer


@pytest.fixture
def samples(tmp_path):
    return Settings(data_dir=tmp_path, samples=True)


def test_the_sample_shop_opens_filled_without_any_passphrase(samples):
    shop = open_till(samples)
    assert [hit.customer.name for hit in find(shop, "4471")] == ["Rosa Delgado"]
    shop.close()


def test_what_was_tried_out_in_the_sample_shop_is_still_there_later_that_day(samples):
    clock = SetClock("2025-11-21T09:00")
    shop = open_till(samples, clock=clock)
    add_customer("New Face", shop=shop)
    shop.close()
    clock.passes(hours=3)
    again = open_till(samples, clock=clock)
    assert len(find(again, "new face")) == 1
    again.close()


def test_on_another_day_the_sample_shop_begins_anew(samples):
    clock = SetClock("2025-11-21T09:00")
    shop = open_till(samples, clock=clock, alone=True)
    add_customer("New Face", shop=shop)
    shop.close()
    clock.passes(days=1)
    again = open_till(samples, clock=clock, alone=True)
    assert (find(again, "new face"), sample_day(again)) == ((), again.today)
    again.close()


def test_the_sample_shop_of_yesterday_stays_while_a_window_has_it(samples):
    clock = SetClock("2025-11-21T09:00")
    window = open_till(samples, clock=clock, alone=True)
    clock.passes(days=1)
    beside = open_till(samples, clock=clock)
    assert str(sample_day(beside)) == "2025-11-21"
    beside.close()
    window.close()


def test_a_real_shop_is_never_filled_and_never_begins_anew(tmp_path):
    clock = SetClock()
    shop = open_till(Settings(data_dir=tmp_path), PASSPHRASE, clock)
    add_customer("Ana Silva", shop=shop)
    shop.close()
    clock.passes(days=1)
    again = open_till(Settings(data_dir=tmp_path), PASSPHRASE, clock)
    assert again.storage.rows("SELECT name FROM customer") == [("Ana Silva",)]
    again.close()


def test_the_passphrase_of_the_environment_is_used_once_and_then_forgotten(tmp_path, monkeypatch):
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    open_till(Settings(data_dir=tmp_path)).close()
    assert PASSPHRASE_VARIABLE not in os.environ
    open_till(Settings(data_dir=tmp_path), PASSPHRASE).close()
    with pytest.raises(KeyRequiredError):
        open_till(Settings(data_dir=tmp_path), "guessed")


def test_what_was_promised_yesterday_is_on_the_shelf_again(samples):
    clock = SetClock("2025-11-21T09:00")
    shop = open_till(samples, clock=clock, alone=True)
    found = open_card(shop, find(shop, "4471")[0].customer.id)
    accept_offer(shop, found, found.offers[0])
    assert shop.storage.stock.gifts("EUR")[1].reserved == 1
    clock.passes(days=1)
    beside = open_till(samples, clock=clock)
    assert beside.storage.stock.gifts("EUR")[1].reserved == 0
    beside.close()
    shop.close()


class StoppedClock:
    """A clock that cannot tell the time."""

    def now(self):
        raise OSError("the clock has stopped")


def test_what_goes_wrong_while_opening_leaves_the_folder_free(samples):
    with pytest.raises(OSError, match="has stopped"):
        open_till(samples, clock=StoppedClock(), alone=True)
    open_till(samples, alone=True).close()
