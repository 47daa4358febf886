from dataclasses import replace

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import HouseholdMember
from pos_companion.model.staff import Role
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.services.consents import set_consent
from pos_companion.services.facts import (
    Correction,
    change_fact,
    confirm_fact,
    drop_fact,
    fact_is_wrong,
    history,
    keep_fact,
    undo_fact,
    use_fact,
)
from pos_companion.services.look_up import open_card
from pos_companion.services.staff import add_person
from tests.builders import add_customer, add_fact, add_gift, add_rule, days_from


@pytest.fixture
def ana(shop):
    shop.staff = "Mia"
    return add_customer("Ana Silva", celebrates=[("Ana", *days_from(shop, 0))])


@pytest.fixture
def rye(shop, ana):
    return keep_fact(
        shop, Fact(ana.id, 0, FactKind.LIKE, "likes Rye", subject="Rye", heard_on=shop.today)
    )


def everything(shop):
    return shop.storage.rows("SELECT * FROM remark")


DEEDS = [
    lambda shop, fact: use_fact(shop, fact.customer, fact.n),
    lambda shop, fact: fact_is_wrong(shop, fact.customer, fact.n),
    lambda shop, fact: change_fact(shop, fact.customer, fact.n, Correction(text="likes spelt")),
    lambda shop, fact: change_fact(
        shop, fact.customer, fact.n, Correction(discretion=Discretion.LOCKED)
    ),
]


@pytest.mark.parametrize("deed", DEEDS)
def test_every_deed_is_taken_back_to_the_letter_and_only_once(shop, rye, deed):
    before = everything(shop)
    change = deed(shop, rye)
    assert everything(shop) != before
    undo_fact(shop, change)
    assert everything(shop) == before
    with pytest.raises(RefusedError, match="quicker"):
        undo_fact(shop, change)


def test_the_subject_is_kept_folded(rye):
    assert rye.subject == "rye"


def test_used_once_it_gives_way_to_what_nobody_used(shop, ana, rye):
    older = add_fact(ana, "Plays chess")
    use_fact(shop, ana.id, older.n)
    assert [one.fact.n for one in open_card(shop, ana.id).card.told] == [rye.n, older.n]
    assert shop.storage.care.fact(ana.id, older.n).used_on == shop.today


def test_old_it_is_asked_and_still_true_makes_it_a_statement_again(shop, clock, ana, rye):
    clock.shows("2027-11-21T09:00")
    (shown,) = open_card(shop, ana.id).card.told
    assert (words(shown.phrase), shown.is_question) == ("Still likes Rye?", True)
    confirm_fact(shop, ana.id, rye.n)
    (shown,) = open_card(shop, ana.id).card.told
    assert (words(shown.phrase), shown.is_question) == ("likes Rye", False)


def test_what_is_wrong_is_never_shown_or_used_and_the_history_keeps_it(shop, ana):
    add_gift("Nut bar", tags=frozenset({"nuts"}))
    add_rule("Nut bar")
    told = add_fact(ana, "No nuts", FactKind.ALLERGY, subject="nuts")
    assert open_card(shop, ana.id).offers == ()
    fact_is_wrong(shop, ana.id, told.n)
    found = open_card(shop, ana.id)
    assert found.card.told == () == found.facts.known
    assert [offer.rule.name for offer in found.offers] == ["Nut bar"]
    (kept,) = history(shop, ana.id)
    assert (kept.wrong_by, kept.wrong_on) == ("Mia", shop.today)
    with pytest.raises(NotFoundError, match="not in the records"):
        use_fact(shop, ana.id, told.n)


def test_a_text_worded_anew_keeps_its_subject_only_when_it_is_still_in_it(shop, ana, rye):
    change_fact(shop, ana.id, rye.n, Correction(text="likes dark rye"))
    assert shop.storage.care.fact(ana.id, rye.n).subject == "rye"
    change_fact(shop, ana.id, rye.n, Correction(text="likes spelt"))
    assert shop.storage.care.fact(ana.id, rye.n).subject == ""


@pytest.mark.parametrize("text", ["", "\u202e", "x" * 4001, "4111 1111 1111 1111"])
def test_nonsense_is_not_kept(shop, ana, rye, text):
    before = everything(shop)
    with pytest.raises(BadInputError):
        change_fact(shop, ana.id, rye.n, Correction(text=text))
    with pytest.raises(BadInputError):
        keep_fact(shop, replace(rye, text=text))
    assert everything(shop) == before


def test_a_note_of_four_thousand_letters_is_kept(shop, ana):
    assert len(keep_fact(shop, Fact(ana.id, 0, FactKind.NOTE, "ä" * 4000)).text) == 4000


def test_whoever_wants_no_memory_is_not_written_about(shop, ana):
    set_consent(shop, ana.id, ConsentKind.MEMORY, False)
    with pytest.raises(RefusedError):
        keep_fact(shop, Fact(ana.id, 0, FactKind.NOTE, "Plays chess"))


def test_an_addition_is_taken_back_unless_it_changed_meanwhile(shop, ana, rye):
    use_fact(shop, ana.id, rye.n)
    with pytest.raises(RefusedError, match="quicker"):
        drop_fact(shop, rye)
    fresh = shop.storage.care.fact(ana.id, rye.n)
    drop_fact(shop, fresh)
    drop_fact(shop, fresh)
    assert history(shop, ana.id) == ()


def test_in_a_tender_time_nothing_is_wished_and_nothing_cheerful_is_offered(shop, clock, ana):
    add_gift("Cake")
    add_rule("Cake", Celebration(who=Who.SELF), kind="celebration")
    assert words(open_card(shop, ana.id).card.greeting) == "Happy birthday, Ana!"
    keep_fact(
        shop,
        Fact(ana.id, 0, FactKind.TENDER, "Her father died", until=shop.today,
             heard_on=shop.today),
    )  # fmt: skip
    found = open_card(shop, ana.id)
    assert words(found.card.greeting) == "Morning, Ana!"
    assert found.card.is_tender
    assert found.card.celebrations == () == found.offers
    (no,) = found.why_not
    assert no.code == "sensitive"
    assert words(no.sentence) == "Be gentle with Ana until 21 Nov: nothing cheerful before that."
    clock.shows("2025-11-22T09:00")
    assert not open_card(shop, ana.id).card.is_tender


def test_what_another_customer_at_home_cannot_have_keeps_back_without_being_named(shop, ana):
    add_gift("Nut cake", tags=frozenset({"nuts"}))
    add_rule("Nut cake")
    tom = add_customer("Tom Silva")
    people, now = shop.storage.people, shop.clock.now()
    home = people.found_household(ana, now)
    people.change(replace(people.get(tom.id), household=home), now)
    for one in (ana, tom):
        themselves = HouseholdMember(0, one.called, customer=one.id)
        people.add_member(people.get(one.id), themselves, now)
    add_fact(tom, "Tom has an allergy", FactKind.ALLERGY, subject="nuts")
    found = open_card(shop, ana.id)
    assert found.offers == ()
    assert words(found.why_not[0].sentence) == "“Nut cake” is left out for a private reason."
    assert found.card.told == ()


def test_what_is_locked_is_read_by_whoever_was_told_it_and_by_managers_alone(shop, ana):
    locked = Fact(ana.id, 0, FactKind.NOTE, "worries about the lease", Discretion.LOCKED)
    keep_fact(shop, replace(locked, heard_by="Rosa", heard_on=shop.today))
    keep_fact(shop, replace(locked, text="likes it quiet", discretion=Discretion.KNOW))
    pins = {Role.MANAGER: "739152", Role.COUNTER: "8264", Role.TRAINEE: "2964"}
    seen = {}
    for role, pin in pins.items():
        person = add_person(shop, f"{role} Kim", role, pin).after
        if role is Role.MANAGER:
            shop.person, shop.staff = person.id, person.name
        seen[role] = person
    read = {}
    for role, person in seen.items():
        shop.person, shop.staff = person.id, person.name
        read[role] = [one.text for one in history(shop, ana.id)]
    assert read[Role.MANAGER] == ["likes it quiet", "worries about the lease"]
    assert read[Role.COUNTER] == read[Role.TRAINEE] == ["likes it quiet"]
    shop.staff = "Rosa"
    assert len(history(shop, ana.id)) == 2
