"""A till says so when the people it finds may not be all there are."""

from datetime import UTC, datetime

import pytest

from pos_companion.i18n import words
from pos_companion.services import Shop
from pos_companion.services.finding import as_typed, look_up
from pos_companion.services.following import follow, how_current
from pos_companion.storage.search import Progress, SearchDrawer, Standing
from tests.builders import add_customer

HEARD = datetime(2025, 11, 21, 7, 41, tzinfo=UTC).timestamp()


def stands(shop: Shop, monkeypatch: pytest.MonkeyPatch, standing: Standing) -> str:
    """What is said of it; nothing when the list is as it is."""
    monkeypatch.setattr(SearchDrawer, "standing", lambda _: standing)
    note = how_current(shop)
    return words(note) if note else ""


def test_records_on_this_computer_are_never_old(shop: Shop) -> None:
    follow(shop)
    assert how_current(shop) is None


def test_it_says_since_when_nothing_was_heard(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    said = stands(shop, monkeypatch, Standing(is_cut_off=True, heard=HEARD))
    assert "has not answered since 08:41" in said
    long_ago = Standing(is_cut_off=True, heard=HEARD - 86_400)
    assert stands(shop, monkeypatch, long_ago).startswith(
        "The database of the shop does not answer"
    )
    never = Standing(is_cut_off=True)
    assert stands(shop, monkeypatch, never) == stands(shop, monkeypatch, long_ago)


def test_it_says_how_far_a_new_till_is(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    copying = Standing(is_whole=False, progress=Progress(20, 300))
    assert "20 of 300" in stands(shop, monkeypatch, copying)
    assert "have still to be copied" in stands(shop, monkeypatch, Standing(is_whole=False))
    anew = Standing(progress=Progress(20, 300))
    assert stands(shop, monkeypatch, anew) == ""


def test_whoever_is_found_comes_with_it(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    add_customer("Ana Kos")
    stands(shop, monkeypatch, Standing(is_cut_off=True))
    for found in (as_typed(shop, "ana"), look_up(shop, "ana")):
        assert [hit.customer.name for hit in found.hits] == ["Ana Kos"]
        assert (found.refused, found.note) == (None, how_current(shop))
    nobody = look_up(shop, "zoe")
    assert (nobody.refused, nobody.note) == (None, how_current(shop))


def test_nobody_is_added_because_they_are_not_here_yet(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    stands(shop, monkeypatch, Standing(is_whole=False))
    note = how_current(shop)

    assert as_typed(shop, "zoe").refused == look_up(shop, "LOY-77").refused == note
