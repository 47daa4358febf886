from pos_companion.i18n import words
from pos_companion.model.consent import ConsentKind
from pos_companion.services.candidates import candidates
from pos_companion.services.consents import set_consent
from pos_companion.services.why_found import why_found
from tests.builders import add_customer


def reasons(shop, typed):
    look = shop.storage.search.at_hand.look()
    people = candidates(shop, look, typed, 6)
    told = why_found(look, people, typed)
    names = [one.customer.name for one in people]
    return {
        name: None if why is None else words(why) for name, why in zip(names, told, strict=True)
    }


def test_their_own_name_needs_no_reason(shop):
    add_customer("Ana Silva")
    assert reasons(shop, "ana sil") == {"Ana Silva": None}


def test_family_is_named_with_the_relation_though_the_surname_is_their_own(shop):
    add_customer("Ana Silva", family=[("Tom", "son"), ("Rex", "dog")])
    assert reasons(shop, "tom silva") == {"Ana Silva": "son Tom"}
    assert reasons(shop, "rex") == {"Ana Silva": "dog Rex"}


def test_a_pet_of_the_same_name_is_no_reason_for_its_owner(shop):
    add_customer("Ana Silva", family=[("Ana", "dog")])
    assert reasons(shop, "ana") == {"Ana Silva": None}


def test_a_number_an_address_and_a_card_are_said(shop):
    add_customer("Ana Silva", phone="+493001104471", email="post@example.org", card="ROSE-7")
    assert reasons(shop, "4471") == {"Ana Silva": "phone …4471"}
    assert reasons(shop, "Post@ex") == {"Ana Silva": "e-mail"}
    assert reasons(shop, "rose-7") == {"Ana Silva": "card"}


def test_the_number_of_the_till_needs_no_reason(shop):
    add_customer("Ana Silva", source="till", source_id="C-88")
    assert reasons(shop, "c-88") == {"Ana Silva": None}


def test_family_is_not_said_once_they_are_not_to_be_remembered(shop):
    ana = add_customer("Ana Silva", family=[("Rex", "dog")])
    at_hand = shop.storage.search.at_hand
    (before,) = candidates(shop, at_hand.look(), "rex", 6)
    assert [words(why) for why in why_found(at_hand.look(), [before], "rex")] == ["dog Rex"]
    set_consent(shop, ana.id, ConsentKind.FAMILY, False)
    look = at_hand.look()
    since_the_no = [before._replace(customer=now) for now in look.people([ana.id])]
    assert why_found(look, since_the_no, "rex") == [None]
    assert candidates(shop, look, "rex", 6) == []
