"""People are found by any fragment of what is known about them."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.model.people import Customer, Gone, HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.search_keys import SearchEntry, contact_keys
from tests.pos_companion.storage.records import NOW, add_customer, nothing_kept

QUICK = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
HOSTILE = [
    "\"'`;--",
    "%",
    "_",
    "*",
    "ana*",
    "^ana",
    "NEAR(ana kos)",
    "ana AND NOT kos",
    "d:ana",
    "{d}:ana",
    "\x00",
    "ana\x00kos",
    "🙂",
    "👩‍👩‍👧‍👧",
    "a_b",
    "aᦰb",
    "é" * 5000,
    "x" * 5000,
    "ana " * 1250,
    "\u202eana",
    "٠١٢",
    "+",
    "@",
    "",
    " ",
]


@pytest.fixture
def maria(storage: Storage) -> Customer:
    return add_customer(
        storage,
        "María-José García Łopez",
        call_name="Majo",
        phone="+491701234567",
        email="majo@example.org",
        card="Card-0017",
        description="red pram",
        source="square",
        source_id="A-4471",
    )


@pytest.mark.parametrize(
    "typed",
    [
        "maría garcía",
        "GARCIA MARIA",
        "lopez jose",
        "łopez",
        "majo",
        "pram red",
        "mar",
        "garc mar",
        "m g",
        "García, María",
        "jose maria lopez garcia",
        "garcia mariajos maria",
    ],
)
def test_words_match_in_any_order_and_without_accents(
    storage: Storage, maria: Customer, typed: str
) -> None:
    found = storage.search.by_words(typed, 5)
    assert found == ([] if "mariajos" in typed else [maria.id])


def test_who_has_the_word_whole_comes_before_who_begins_with_it(storage: Storage) -> None:
    anna = add_customer(storage, "Anna Kos")
    annabel = add_customer(storage, "Annabel Kos")
    assert storage.search.by_words("anna", 5) == [anna.id, annabel.id]
    assert storage.search.by_words("kos anna", 5) == [anna.id, annabel.id]
    assert storage.search.by_words("anna", 1) == [anna.id]


def test_a_long_beginning_is_found_among_many_who_share_six_letters(storage: Storage) -> None:
    christopher = add_customer(storage, "Christopher Ito")
    for n in range(45):
        add_customer(storage, f"Christina Number{n}")
    assert storage.search.by_words("christo", 5) == [christopher.id]
    assert storage.search.by_words("ito christo", 5) == [christopher.id]
    assert storage.search.by_words("christx", 5) == []


@pytest.mark.parametrize(
    "typed",
    [
        "+49 170 1234567",
        "0170 123 45 67",
        "0170/1234567",
        "01701234567",
        "0049 170 1234567",
        "491701234567",
        "1701234567",
        "4567",
        "...4567",
        "0170",
        "0170 12",
        "+49170",
        "170",
    ],
)
def test_a_phone_is_found_by_its_end_and_its_beginning_however_it_is_typed(
    storage: Storage, maria: Customer, typed: str
) -> None:
    add_customer(storage, "Ben Okafor", phone="+4930987654")
    assert storage.search.by_number(typed, 5) == [maria.id]


def test_a_phone_kept_as_it_was_given_is_found_too(storage: Storage) -> None:
    ben = add_customer(storage, "Ben Okafor", phone="ext. 0017-22")
    assert storage.search.by_number("1722", 5) == [ben.id]
    assert storage.search.by_number("0017", 5) == []


@pytest.mark.parametrize("typed", ["none", "", "7654321", "999"])
def test_other_digits_find_nobody(storage: Storage, maria: Customer, typed: str) -> None:
    assert storage.search.by_number(typed, 5) == []


def test_the_end_of_a_number_comes_before_its_beginning(storage: Storage) -> None:
    begins = add_customer(storage, "Ana", phone="+4417001234")
    ends = add_customer(storage, "Ben", phone="+4930004417")
    assert storage.search.by_number("4417", 5) == [ends.id, begins.id]


def test_a_card_is_only_found_whole(storage: Storage, maria: Customer) -> None:
    assert storage.search.by_card("Card-0017") == [maria.id]
    assert storage.search.by_card("CARD-0017") == [maria.id]
    for code in ("Card-001", "Card-00170", "0017", "", "%"):
        assert storage.search.by_card(code) == []
    assert storage.search.by_source_id("a-4471") == [maria.id]
    assert storage.search.by_source_id("4471") == []


def test_an_email_is_found_by_its_beginning(storage: Storage, maria: Customer) -> None:
    for typed in ("majo@example.org", "MAJO@", "  majo@ex", "m"):
        assert storage.search.by_email(typed, 5) == [maria.id]
    for typed in ("", " ", "example.org", "majo@example.org.uk", "%@"):
        assert storage.search.by_email(typed, 5) == []


def test_one_is_found_by_the_pet(storage: Storage, maria: Customer) -> None:
    storage.people.add_member(maria, HouseholdMember(0, "Señor Biscuit", species=Species.CAT), NOW)
    assert storage.search.by_words("biscuit", 5) == [maria.id]
    assert storage.search.by_words("garcia senor", 5) == [maria.id]


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_there_is_an_answer(
    storage: Storage, maria: Customer, typed: str
) -> None:
    search = storage.search
    for ask in (search.by_words, search.by_number, search.by_email):
        assert len(ask(typed, 5)) <= 1
    assert search.by_card(typed) == []
    assert search.by_source_id(typed) == []


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@QUICK
def test_any_text_gets_an_answer_and_is_found_again_when_it_is_a_name(
    storage: Storage, text: str
) -> None:
    with nothing_kept(storage):
        customer = add_customer(storage, text, card=text, email=text)
        found = storage.search.by_words(text, 5)
        assert found == ([customer.id] if storage.search.words_of([customer.id]) else [])
        assert storage.search.by_card(text) == ([customer.id] if text else [])


def test_nobody_is_found_by_what_they_were_called_before(storage: Storage, maria: Customer) -> None:
    storage.people.change(
        replace(maria, name="Eva Kos", phone="", email="", card="", call_name=""), NOW
    )
    assert storage.search.by_words("eva", 5) == [maria.id]
    for left in ("garcia", "majo"):
        assert storage.search.by_words(left, 5) == []
    assert storage.search.by_number("4567", 5) == []
    assert storage.search.by_email("majo", 5) == []
    assert storage.search.by_card("Card-0017") == []


def test_forgetting_leaves_no_trace(storage: Storage, maria: Customer) -> None:
    storage.search.forget(maria.id)
    for table in ("search_doc", "contact_key"):
        assert storage.rows(f"SELECT * FROM {table}") == []
    assert in_the_word_index(storage) == set()
    storage.search.forget(maria.id)


def in_the_word_index(storage: Storage) -> set[tuple[str, int]]:
    """(word, slot) as the word index itself has them."""
    storage.rows("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, name_fts, instance)")
    rows = storage.rows("SELECT term, doc FROM temp.words")
    storage.rows("DROP TABLE temp.words")
    return {(row[0], row[1]) for row in rows}


def rebuilt(storage: Storage) -> tuple[set[tuple[str, str]], set[tuple[str, int]]]:
    """What the look-up tables would hold if they were made anew: words and keys of customers."""
    words, keys = set(), set()
    for (ident,) in storage.rows("SELECT id FROM customer WHERE erased IS NULL"):
        customer = storage.people.get(ident)
        assert customer is not None
        around = [
            one.name
            for one in storage.people.members(customer.household)
            if one.customer != ident and not one.gone
        ]
        entry = SearchEntry(
            ident, [], customer.phone, customer.email, customer.card, customer.source_id
        )
        keys |= {(key, ident) for key in contact_keys(entry)}
        text = " ".join([customer.name, customer.call_name, customer.description, *around])
        words |= {(word, ident) for word in re.findall(r"\w+", text.lower())}
    return words, keys


names = st.sampled_from(["Ana Kos", "Ben Okafor", "Cleo", "Ana Maria Ito", "", "★", "Ben-Ana Kos"])
phones = st.sampled_from(["", "+491701234567", "+4930987654", "17-22"])
edits = st.lists(
    st.one_of(
        st.tuples(st.just("add"), names, phones),
        st.tuples(st.just("rename"), names, phones),
        st.tuples(st.just("pet"), st.sampled_from(["Rex", "Biscuit"]), st.booleans()),
        st.tuples(st.just("remove"), st.none(), st.none()),
        st.tuples(st.just("forget"), st.none(), st.none()),
    ),
    max_size=12,
)


def edit(storage: Storage, ids: list[int], what: str, first: object, second: object) -> None:
    if what == "add" or not ids:
        phone = second if isinstance(second, str) else ""
        ids.append(add_customer(storage, str(first or ""), phone=phone, card=str(first)).id)
        return
    customer = storage.people.get(ids[0])
    assert customer is not None
    if what == "rename":
        storage.people.change(replace(customer, name=str(first), phone=str(second)), NOW)
    elif what == "pet":
        pet = HouseholdMember(0, str(first), "dog", gone=Gone("died" if second else ""))
        storage.people.add_member(customer, pet, NOW)
    elif what == "remove":
        storage.people.remove(ids.pop(0))
    else:
        storage.rows("UPDATE customer SET erased = 1 WHERE id = ?", (ids.pop(0),))
        storage.people.reindex(customer)


@given(edits)
@QUICK
def test_after_any_edits_the_index_is_as_if_it_were_made_anew(
    storage: Storage, edits: list[tuple[str, object, object]]
) -> None:
    with nothing_kept(storage):
        ids: list[int] = []
        for what, first, second in edits:
            edit(storage, ids, what, first, second)
        words, keys = rebuilt(storage)
        owner = dict(storage.rows("SELECT slot, customer_id FROM search_doc"))
        assert {(word, owner[slot]) for word, slot in in_the_word_index(storage)} == words
        assert set(storage.rows("SELECT k, customer_id FROM contact_key")) == keys
        assert storage.search.check() == []


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("DELETE FROM search_doc", "1 customers are missing"),
        ("UPDATE search_doc SET d = 'eva'", "word index"),
        ("UPDATE customer SET id = 99", "1 entries of the search belong to nobody"),
        ("UPDATE customer SET erased = 1", "1 entries of the search belong to nobody"),
    ],
)
def test_a_damaged_index_is_noticed(
    storage: Storage, maria: Customer, statement: str, broken: str
) -> None:
    assert storage.search.check() == []
    storage.rows(statement)
    assert any(broken in line for line in storage.search.check())
