"""Avatars."""

from hypothesis import given
from hypothesis import strategies as st

from ui.kit.avatar import Avatar, tint_for
from ui.kit.tint import TINTS


@given(person=st.text())
def test_a_person_keeps_their_tint(person):
    assert tint_for(person) == tint_for(person)
    assert tint_for(person) in TINTS


def test_people_get_different_tints():
    assert len({tint_for(str(number)) for number in range(40)}) == 4


def test_an_avatar_can_show_somebody_else(look, stand):
    avatar = stand(Avatar("RD"), 60)
    before = avatar.grab().toImage()
    avatar.set_person("OM", "ask")
    assert avatar.text() == "OM"
    assert avatar.grab().toImage() != before
