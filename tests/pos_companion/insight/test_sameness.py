import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.insight.sameness import (
    Sign,
    Sketch,
    evidence,
    is_same_name,
    is_similar_name,
)
from pos_companion.model.dates import PartialDate


def named(*name: str, called: str = "", **more) -> Sketch:
    return Sketch(name=name, called=tuple(called.split()), **more)


def test_the_evidence_is_said_strongest_first():
    one = named("ana", "silva", phone="493001104471", pets={"biscuit": "biscuit"})
    other = named(
        "ana", "silva", phone="493001104471", card="rose-7", pets={"biscuit": "Biscuit"},
        birthday=PartialDate(1988, 5, 3),
    )  # fmt: skip
    found = evidence(one, other)
    assert [words(reason) for reason in found.reasons] == [
        "same phone …4471",
        "same name",
        "same pet Biscuit",
    ]
    assert found.is_enough
    assert found.names_agree


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        (Sketch(card="rose-7"), Sketch(card="rose-7"), Sign.CARD),
        (Sketch(email="a@example.org"), Sketch(email="a@example.org"), Sign.EMAIL),
        (Sketch(phone="493001104471"), Sketch(phone="03001104471"), Sign.PHONE),
        (Sketch(members={"tom": "Tom"}), Sketch(members={"tom": "Tom"}), Sign.MEMBER),
        (
            Sketch(birthday=PartialDate(None, 5, 3)),
            Sketch(birthday=PartialDate(1988, 5, 3)),
            Sign.BIRTHDAY,
        ),
    ],
)
def test_one_thing_in_common_is_one_sign(one, other, sign):
    assert evidence(one, other).signs == (sign,)
    assert evidence(other, one).signs == (sign,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Sketch(), Sketch()),
        (Sketch(phone="4471"), Sketch(phone="493001104471")),
        (
            Sketch(birthday=PartialDate(1987, 5, 3)),
            Sketch(birthday=PartialDate(1988, 5, 3)),
        ),
        (Sketch(birthday=PartialDate(None, 5)), Sketch(birthday=PartialDate(None, 5))),
        (named("ana"), named("ana")),
        (named("ana", "silva"), named("ana", "costa")),
    ],
)
def test_too_little_in_common_is_no_sign(one, other):
    assert evidence(one, other).signs == ()


def test_a_pet_of_the_same_name_alone_is_not_enough():
    found = evidence(Sketch(pets={"luna": "Luna"}), Sketch(pets={"luna": "Luna"}))
    assert found.signs == (Sign.PET,)
    assert not found.is_enough


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("anna", "silva"), ("ana", "silva")),
        (("marai", "garcia"), ("maria", "garcia")),
        (("maria", "garzia"), ("maria", "garcia")),
        (("katherine", "wood"), ("kath", "wood")),
        (("silva", "anna"), ("ana", "silva")),
        (("ana", "silva"), ("ana", "maria", "silva")),
        (("ana", "costa", "silva"), ("ana", "silva")),
    ],
)
def test_a_slip_a_short_form_or_a_second_name_makes_a_similar_name(one, other):
    assert is_similar_name(named(*one), named(*other))
    assert is_similar_name(named(*other), named(*one))
    assert not is_same_name(named(*one), named(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ana", "silva"), ("eva", "silva")),
        (("tom", "lim"), ("tim", "lim")),
        (("maria", "garcia"), ("marta", "gracia")),
        (("ana",), ("anna",)),
        (("ana", "silva"), ("bea", "costa")),
    ],
)
def test_another_name_is_another_name(one, other):
    assert not is_similar_name(named(*one), named(*other))


def test_what_they_like_to_be_called_counts_as_their_first_name():
    assert is_similar_name(named("elisabeth", "wood", called="liz"), named("liz", "wood"))


def test_the_order_of_the_words_of_a_name_does_not_matter():
    assert is_same_name(named("silva", "ana"), named("ana", "silva"))


sketches = st.builds(
    Sketch,
    name=st.lists(st.sampled_from(["ana", "anna", "silva", "sliva", "kos"]), max_size=3).map(tuple),
    called=st.sampled_from([(), ("ana",)]),
    phone=st.sampled_from(["", "493001104471", "03001104471", "12"]),
    email=st.sampled_from(["", "a@example.org"]),
    card=st.sampled_from(["", "rose-7"]),
    pets=st.sampled_from([{}, {"rex": "Rex"}]),
)


@given(sketches, sketches)
def test_it_does_not_matter_which_record_comes_first(one, other):
    assert set(evidence(one, other).signs) == set(evidence(other, one).signs)
    assert len(evidence(one, other).reasons) == len(evidence(one, other).signs)
