import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.errors import BadInputError, NotFoundError, SeveralFoundError
from pos_companion.i18n import words
from pos_companion.services.finding import (
    LookedUp,
    find,
    is_product_code,
    look_up,
    resolve,
    why_not_looked_for,
)
from tests.builders import add_customer, add_member, add_visit, add_visits


def found(shop, text, limit=6):
    return [words(hit.name) for hit in find(shop, text, limit)]


@pytest.mark.parametrize(
    "text",
    ["ana", "ANA", "silva", "Silva Ana", "ana sil", "  ana   silva ", "Ãna Sílva", "ana\tsilva"],
)
def test_a_name_is_found_in_any_order_case_and_accent(shop, text):
    add_customer("Ana Silva")
    add_customer("Bea Costa")
    assert found(shop, text) == ["Ana Silva"]


def test_accents_on_either_side_do_not_matter(shop):
    add_customer("Łukasz Ørsted")
    assert found(shop, "lukasz orsted") == ["Łukasz Ørsted"]


@pytest.mark.parametrize("text", ["4471", "0110 4471", "+49 30 01104471", "(030) 0110-4471"])
def test_a_phone_is_found_by_its_last_digits_and_by_all_of_it(shop, text):
    add_customer("Ana Silva", phone="+493001104471")
    add_customer("Bea Costa", phone="+493001109924")
    hit = find(shop, text)[0]
    assert hit.customer.name == "Ana Silva"
    assert words(hit.why) == "phone …4471"


def test_two_digits_are_too_few_for_a_phone(shop):
    add_customer("Ana Silva", phone="+493001104471")
    assert found(shop, "71") == []


def test_a_customer_is_found_by_the_pet_and_told_why(shop):
    ana = add_customer("Ana Silva")
    add_member(ana, "Rex", "dog")
    assert [words(hit.why) for hit in find(shop, "rex")] == ["dog Rex"]


def test_an_e_mail_and_a_card_are_found(shop):
    add_customer("Ana Silva", email="ana@example.org")
    add_customer("Bea Costa", card="ROSE-7")
    assert found(shop, "ana@example.org") == ["Ana Silva"]
    assert found(shop, "ana@ex") == ["Ana Silva"]
    assert found(shop, "rose-7") == ["Bea Costa"]


def test_whoever_comes_most_stands_first_among_equals(shop):
    add_customer("Ana Silva")
    often = add_customer("Ana Costa")
    add_visits(often, 3)
    assert found(shop, "ana") == ["Ana Costa", "Ana Silva"]


def test_a_whole_word_stands_before_one_that_only_begins_so(shop):
    longer = add_customer("Anastasia Wolf")
    add_visits(longer, 5)
    add_customer("Ana Silva")
    assert found(shop, "ana") == ["Ana Silva", "Anastasia Wolf"]


def test_at_most_as_many_as_asked_for(shop):
    for number in range(9):
        add_customer(f"Ana Number{number}")
    assert len(found(shop, "ana")) == 6
    assert len(found(shop, "ana", limit=2)) == 2


def test_namesakes_are_told_apart_by_the_end_of_their_phones(shop):
    add_customer("Anna Rossi", phone="+493001105512")
    other = add_customer("Anna Rossi", phone="+493001105598")
    add_visit(other, days_ago=1)
    assert [words(hit.detail) for hit in find(shop, "anna rossi")] == [
        "phone …98 · 1 visit · last here yesterday",
        "phone …12 · not here yet",
    ]


def test_two_of_one_name_are_told_apart_by_their_street(shop):
    add_customer("Ana Silva", street="Rose Street 4", phone="+493001104471")
    add_customer("Ana Silva", phone="+493001109924")
    details = sorted(words(hit.detail) for hit in find(shop, "ana silva"))
    assert details == ["Rose Street 4 · not here yet", "phone …24 · not here yet"]


@pytest.mark.parametrize("text", ["rose street", "Rose Street 4", "street ro", "costa rose"])
def test_somebody_is_found_by_the_street_and_told_why(shop, text):
    add_customer("Bea Costa", street="Rose Street 4")
    add_customer("Ana Silva", street="Mill Lane 9")
    assert [(words(hit.name), words(hit.why)) for hit in find(shop, text)] == [
        ("Bea Costa", "Rose Street 4")
    ]


def test_who_is_called_so_is_never_lost_among_all_who_live_there(shop):
    for n in range(8):
        add_visits(add_customer(f"Neighbour {n}", street=f"Rose Street {n}"), 2)
    add_customer("Rose Wolf", street="Mill Lane 9")
    assert found(shop, "rose") == ["Rose Wolf"]
    assert len(found(shop, "rose street")) == 6


def test_somebody_without_a_name_is_shown_by_the_description_or_a_number(shop):
    add_customer("", description="lady, red pram")
    add_customer("", source="till", source_id="C-88")
    assert found(shop, "red pram") == ["lady, red pram"]
    assert found(shop, "C-88") == ["Customer C-88"]


def test_several_words_must_all_fit(shop):
    add_customer("Ana Silva")
    assert found(shop, "ana costa") == []


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "\x00", "\n\t", "'", '"', "*", "%", "NEAR(", "🧁", "a_b", "_", "x_ y"),
        *("'; DROP TABLE customer; --", "a" * 5000, "1" * 5000, "AND OR NOT", '" OR 1=1'),
        *("-", "^a", "{d}", "@", "a_b@c", "\ud800", "a\u19b0b"),
    ],
)
def test_whatever_is_typed_finds_nobody_wrong_and_breaks_nothing(shop, text):
    add_customer("Bea Costa")
    assert found(shop, text) == []
    assert found(shop, "bea") == ["Bea Costa"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_any_text_can_be_typed(shop, text):
    assert isinstance(look_up(shop, text), LookedUp)


def test_a_scanned_card_opens_at_once_whatever_the_scanner_puts_before_it(shop):
    ana = add_customer("Ana Silva", card="2500000000108")
    assert look_up(shop, "2500000000108\r\n").card_of == ana.id
    assert look_up(shop, "]E02500000000108").card_of == ana.id


@pytest.mark.parametrize(
    "typed",
    [
        "%B4111111111111111^KOS/ANA^2512101?",
        ";4111111111111111=25121010000?",
        "٤١١١ ١١١١ ١١١١ ١١١١",
        "Visa 4111-1111-1111-1111",
        "4111111111111111 04/26",
        "]C1;4111111111111111=2512?",
    ],
)
def test_a_payment_card_in_any_dress_is_refused_and_looked_for_nowhere(shop, typed):
    add_customer("Ana Visa", phone="+493001101111")
    assert find(shop, typed) == ()
    refused = look_up(shop, typed).refused
    assert refused is not None
    assert (
        words(refused)
        == words(why_not_looked_for(typed))
        == ("That looks like a payment card. It was not read or kept.")
    )
    with pytest.raises(BadInputError, match="payment card"):
        resolve(shop, typed)


def test_a_payment_card_is_neither_looked_for_nor_shown(shop):
    add_customer("Ana Silva", phone="+494111111111111111")
    answer = look_up(shop, "4111 1111 1111 1111")
    assert (answer.card_of, answer.hits) == (None, ())
    assert words(answer.refused) == "That looks like a payment card. It was not read or kept."


def test_a_products_barcode_is_not_taken_for_a_card(shop):
    assert words(look_up(shop, "4006381333931").refused) == (
        "That is a product, not a customer card."
    )


@pytest.mark.parametrize(
    ("code", "is_product"),
    [
        ("4006381333931", True),
        ("4006381333930", False),
        ("2500000000108", False),
        ("96385074", True),
        ("036000291452", True),
        ("12345678901234", False),
        ("٤٠٠٦٣٨١٣", False),
        ("", False),
    ],
)
def test_a_product_code_is_known_by_its_check_digit(code, is_product):
    assert is_product_code(code) is is_product


def test_one_person_is_meant_by_id_card_or_text_that_finds_exactly_one(shop):
    ana = add_customer("Ana Silva", phone="+493001104471", card="ROSE-7")
    add_customer("Bea Costa")
    for text in (ana.id, str(ana.id), "ROSE-7", "rose-7", "4471", "silva"):
        assert resolve(shop, text) == ana.id


def test_a_whole_name_means_its_owner_though_their_family_is_found_by_it_too(shop):
    rosa, tomas = add_customer("Rosa Delgado"), add_customer("Tomás Delgado")
    add_member(rosa, "Tomás Delgado", "husband")
    assert resolve(shop, "tomas delgado") == tomas.id
    with pytest.raises(SeveralFoundError):
        resolve(shop, "tomas")


def test_a_refusal_says_what_is_missing_and_never_a_payment_card(shop):
    with pytest.raises(NotFoundError, match="Say which customer: by their id"):
        resolve(shop, " ")
    with pytest.raises(BadInputError) as refused:
        resolve(shop, "4111 1111 1111 1111")
    assert "4111" not in str(refused.value)


def test_nobody_or_several_are_said(shop):
    add_customer("Ana Silva")
    add_customer("Ana Costa")
    with pytest.raises(NotFoundError, match="Nobody is found by Zoe"):
        resolve(shop, "Zoe")
    with pytest.raises(SeveralFoundError, match="ana finds 2 people"):
        resolve(shop, "ana")


@pytest.mark.parametrize("text", ["", 0, -1, "9" * 5000, "\x00"])
def test_what_means_nobody_is_refused(shop, text):
    add_customer("Ana Silva")
    with pytest.raises(NotFoundError):
        resolve(shop, text)
