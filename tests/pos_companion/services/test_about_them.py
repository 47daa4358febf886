"""All that can be changed about somebody is kept at once, and taken back at once."""

from dataclasses import replace

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import FactKind
from pos_companion.model.people import PreferredChannel, Source
from pos_companion.services.about_them import Change, about_them, change_them, undo_change
from pos_companion.services.consents import set_consent
from pos_companion.services.merging import Joining, merge, unmerge
from pos_companion.services.sources import NewTouch, add_touch
from tests.builders import add_customer
from tests.state import everything


@pytest.fixture
def rosa(shop):
    return add_customer("Rosa Delgado", phone="+493012345671")


@pytest.fixture
def oleg(shop):
    return add_customer("Oleg Marchenko")


def test_everything_is_kept_in_one_go_and_taken_back_in_one_go(shop, rosa, oleg):
    before = everything(shop)
    after = replace(rosa, best_time="after six", channel=PreferredChannel.PHONE)
    touch = NewTouch(Source.FRIEND, referred_by=oleg.id)
    changed = change_them(shop, Change(after, touch, "Her piano lessons"))
    seen = about_them(shop, rosa.id)
    assert seen.customer.best_time == "after six"
    assert [(one.source, one.referred_by) for one in seen.touches] == [(Source.FRIEND, oleg.id)]
    assert words(seen.senders[oleg.id]) == "Oleg Marchenko"
    assert [(one.kind, one.text) for one in seen.matters] == [
        (FactKind.MATTERS, "Her piano lessons")
    ]
    undo_change(shop, changed)
    assert everything(shop) == before


def test_nothing_is_kept_when_a_part_of_it_is_refused(shop, rosa):
    before = everything(shop)
    with pytest.raises(BadInputError):
        change_them(shop, Change(replace(rosa, name="Rosa D."), None, "4111 1111 1111 1111"))
    assert everything(shop) == before


def test_what_was_told_after_it_stays(shop, rosa):
    changed = change_them(shop, Change(rosa, NewTouch(Source.SEARCH)))
    add_touch(shop, rosa.id, NewTouch(Source.EVENT))
    with pytest.raises(RefusedError):
        undo_change(shop, changed)
    assert [one.source for one in about_them(shop, rosa.id).touches] == [
        Source.SEARCH, Source.EVENT,
    ]  # fmt: skip


def test_a_no_hides_what_matters_to_them(shop, rosa):
    change_them(shop, Change(rosa, None, "Her piano lessons"))
    set_consent(shop, rosa.id, ConsentKind.MEMORY, False)
    seen = about_them(shop, rosa.id)
    assert seen.matters == ()
    assert seen.consents.about(ConsentKind.MEMORY).answer is False


def test_records_that_became_one_are_listed_until_they_are_parted(shop, rosa):
    twin = add_customer("Rosa Delgado", phone="+493012345671")
    assert [one.customer.id for one in about_them(shop, rosa.id).twins] == [twin.id]
    merged = merge(shop, Joining(rosa.id, twin.id))
    seen = about_them(shop, rosa.id)
    assert [(one.merge, words(one.name), one.day) for one in seen.joined] == [
        (merged.id, "Rosa Delgado", shop.today)
    ]
    assert seen.twins == ()
    unmerge(shop, merged.id)
    assert about_them(shop, rosa.id).joined == ()


def test_nobody_can_be_changed(shop, rosa):
    with pytest.raises(NotFoundError):
        about_them(shop, 99)
    with pytest.raises(NotFoundError):
        change_them(shop, Change(replace(rosa, id=99)))
