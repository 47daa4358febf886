"""Whoever is meant is among the first shown, however they are typed; and nothing costs much."""

import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.services.finding import find, look_up
from tests.builders import add_customer, add_member, add_visits

FIRST = (
    "Elisabeth", "Jürgen", "Małgorzata", "Iñaki", "Geneviève", "Rowan", "Ἀλέξανδρος", "Δημήτρης",
    "Наталія", "Богдан", "فاطمة", "سليمان",
)  # fmt: skip
LAST = (
    "Thistlewood", "Müllersohn", "Wiśniewska", "Echeverría", "Beauchamp", "O'Hanlon",
    "Παπαδόπουλος", "Κωνσταντίνου", "Шевченко", "Коваленко", "الحسيني", "العطار", "Maier",
    "Quisling", "Zabriskie", "Featherstone",
)  # fmt: skip
PEOPLE = [f"{first} {LAST[(5 * n + m) % 16]}" for n, first in enumerate(FIRST) for m in range(4)]
PETS = ("Biscuit", "Pepper", "Zorro", "Waffles", "Mooncake", "Snowball")
MARIA, CHEN = "María-José Núñez", "陈小明"
QUICK = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def phone(n: int) -> str:
    return f"+49301{(n + 3) * 7_368_787 % 10**7:07d}"


@pytest.fixture
def town(shop):
    """Everybody, each with a telephone, every eighth with a pet."""
    with shop.storage.transaction():
        for n, name in enumerate(PEOPLE):
            one = add_customer(name, phone=phone(n))
            if n % 8 == 0:
                add_member(one, PETS[n // 8 % len(PETS)], "dog")
        add_customer(MARIA)
        add_customer(CHEN)
    return shop


def first_five(shop, text):
    return [hit.customer.name for hit in find(shop, text)[:5]]


def bare(text):
    marked = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L"))
    return "".join(sign for sign in marked if not unicodedata.combining(sign))


def ways(name):
    """How somebody types a name rightly."""
    first, last = name.split()
    return (name, name.upper(), f"{last} {first}", bare(name).lower(), f"{first} {last[:3]}",
            f"  {last[:4]}  {first}")  # fmt: skip


@st.composite
def slipped(draw, word):
    """A word with a letter more, less or wrong, or two exchanged; not at its very start."""
    at = draw(st.integers(1, len(word) - 2))
    letter = draw(st.sampled_from(word))
    return draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )


def test_every_name_typed_rightly_shows_who_is_called_so(town):
    for name in PEOPLE:
        for typed in ways(name):
            assert name in first_five(town, typed), typed
    for typed in ("maria jose", "nunez", "josé núñez maría"):
        assert first_five(town, typed) == [MARIA]
    for typed in ("陈", "小明", "陈小明"):
        assert first_five(town, typed) == [CHEN]


@given(st.data())
@QUICK
def test_a_slip_in_one_word_still_shows_them(town, data):
    name = data.draw(st.sampled_from(PEOPLE))
    first, last = name.split()
    typed = data.draw(
        st.one_of(slipped(first).map(lambda one: f"{one} {last}"),
                  slipped(last).map(lambda one: f"{first} {one}"))
    )  # fmt: skip
    assert name in first_five(town, typed)


@given(st.integers(0, len(PEOPLE) - 1), st.integers(4, 7))
@example(3, 4)
@QUICK
def test_the_end_of_a_telephone_shows_its_owner(town, n, size):
    number = phone(n)
    national = number.removeprefix("+49")
    for typed in (number[-size:], number, f"00{number[1:]}", f"0{national}", national):
        assert PEOPLE[n] in first_five(town, typed)


@pytest.mark.parametrize("typed", ["jhon smiht", "smiht jhon", "jonh smmith", "john smih"])
def test_a_slip_in_each_of_two_words_still_shows_them(town, typed):
    add_customer("John Smith")
    assert first_five(town, typed) == ["John Smith"]


def test_a_pet_shows_its_owner_even_with_a_slip(town):
    for n, pet in enumerate(PETS):
        for typed in (pet, pet.lower()[:-1], pet[:2] + pet[3] + pet[2] + pet[4:]):
            hit = find(town, typed)[0]
            assert (hit.customer.name, words(hit.why)) == (PEOPLE[8 * n], f"dog {pet}")


def test_made_anew_the_index_gives_the_same_answers(town):
    add_visits(town.storage.people.get(find(town, PEOPLE[5])[0].customer.id), 3)
    typed = [text for name in PEOPLE[::5] for text in (*ways(name), name[:2], name[:-1])]
    typed += [*PETS, "4471", phone(7)[-4:], "mai", "qu"]
    before = [find(town, text) for text in typed]
    with town.storage.transaction():
        town.storage.search.rebuild()
    assert [find(town, text) for text in typed] == before


BAD = (
    "", " ", "é" * 5000, "x" * 5000, "ana " * 1250, "1" * 5000, "a1 " * 1600, "…—!?", "'", '"""',
    "%", "_%_", "*", "a*", '" OR "', "'; DROP TABLE customer; --", "NEAR(a b)", "d:a", "\x00",
    "a\x00b", "🙂", "👩‍👩‍👧‍👧", "\u202eana", "٠١٢", "+", "@", "@@@", "4111 1111 1111 1111",
    "4111111111111111", "4006381333931", "]E04006381333931", "http://[", "%B41?;", "\ue000rose",
)  # fmt: skip
MOST_ASKED, MOST_STEPS = 30, 15
"""Statements, and thousands of steps inside of them, of a scan and a key together."""


def test_whatever_is_typed_costs_a_handful_of_statements_and_changes_nothing(town):
    find(town, "warm")
    raw = town.storage.search.tables.connection()
    asked, steps = [], []
    changes = raw.total_changes
    raw.set_trace_callback(asked.append)
    raw.set_progress_handler(lambda: steps.append(1) and 0, 1_000)
    for typed in BAD:
        asked.clear()
        steps.clear()
        hits = (*look_up(town, typed).hits, *find(town, typed))
        # What begins with two dashes is asked by the word index of its own tables.
        assert len([sql for sql in asked if not sql.startswith("--")]) <= MOST_ASKED, typed[:40]
        assert len(steps) <= MOST_STEPS, typed[:40]
        assert len(hits) <= 12, typed[:40]
    raw.set_trace_callback(None)
    raw.set_progress_handler(None, 0)
    assert raw.total_changes == changes


def test_a_payment_card_is_refused_and_neither_kept_nor_logged(town, caplog):
    asked = []
    raw = town.storage.search.tables.connection()
    raw.set_trace_callback(asked.append)
    for typed in ("4111 1111 1111 1111", "4111111111111111", "]E04111111111111111"):
        assert "payment card" in words(look_up(town, typed).refused)
        assert find(town, typed) == ()
    raw.set_trace_callback(None)
    assert [sql for sql in asked if "1111" in sql] == []
    assert caplog.text == ""


def test_a_product_is_no_unknown_customer(town):
    refused = look_up(town, "4006381333931").refused
    assert words(refused) == "That is a product, not a customer card."
