"""Words, days and money as the language of the interface writes them."""

import gettext
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from pos_companion import i18n
from pos_companion.i18n import N_, NearDay, Phrase, use_language, value_in_words, words
from pos_companion.i18n.directions import without_isolated
from pos_companion.model.money import Money

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _speaks_english_again() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue on disk with a few German texts, in use."""
    catalogue = Catalog(locale="de")
    catalogue.add("yesterday", "gestern")
    catalogue.add("was here {day}", "war {day} hier")
    catalogue.add(("{count} visit", "{count} visits"), ("{count} Besuch", "{count} Besuche"))
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "pos_companion.po").touch()
    with (folder / "pos_companion.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(i18n, "LOCALE_FOLDER", tmp_path)
    use_language("de")


def test_a_mark_leaves_the_text_as_it_is() -> None:
    assert N_("Give it") == "Give it"


def test_english_needs_no_catalogue() -> None:
    assert i18n.language() == "en_GB"
    assert words(Phrase("was here {day}", {"day": NearDay(TODAY, TODAY)})) == "was here today"
    assert i18n.ngettext("one visit", "many visits", 2) == "many visits"


@pytest.mark.parametrize("code", ["xx", "zz-ZZ", "", "@", "not a language", "de-"])
def test_a_language_nobody_knows_means_english(code: str) -> None:
    use_language("ar")
    use_language(code)
    assert i18n.language() in {"en_GB", "de"}
    assert words(Phrase("Give it")) == "Give it"


def test_an_american_keeps_american_dates() -> None:
    use_language("en-US")
    assert i18n.language() == "en_US"
    assert i18n.money(350, "USD") == "$3.50"


@pytest.mark.usefixtures("german")
def test_a_phrase_is_said_in_the_language_in_use_and_its_values_too() -> None:
    seen = NearDay(date(2026, 11, 20), TODAY)
    assert words(Phrase("was here {day}", {"day": seen})) == "war gestern hier"
    assert words(Phrase("not in the catalogue")) == "not in the catalogue"
    assert i18n.languages() == ("de", "en")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("count", "said"), [(1, "1 Besuch"), (2, "2 Besuche"), (0, "0 Besuche")])
def test_a_number_chooses_the_plural(count: int, said: str) -> None:
    assert words(Phrase("{count} visit", {"count": count}, "{count} visits")) == said


@pytest.mark.usefixtures("german")
def test_an_empty_phrase_says_nothing_and_not_the_head_of_the_catalogue() -> None:
    assert words(Phrase("")) == ""


def test_a_value_that_is_missing_stays_in_its_braces() -> None:
    assert words(Phrase("Hello {name}")) == "Hello {name}"


def test_a_name_with_braces_is_only_a_name() -> None:
    assert words(Phrase("Hello {name}", {"name": "{Ana}"})) == "Hello {Ana}"


@given(st.text(max_size=20))
def test_whatever_a_customer_is_called_can_be_said(name: str) -> None:
    assert words(Phrase("Hello {name}", {"name": name})) == f"Hello {name}"


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (350, "EUR", "€3.50"),
        (-350, "EUR", "-€3.50"),
        (0, "EUR", "€0.00"),
        (350, "JPY", "JP¥350"),
        (1234, "KWD", "KWD1.234"),
        (123456789, "EUR", "€1,234,567.89"),
    ],
)
def test_money_has_as_many_decimals_as_its_currency(amount: int, currency: str, shown: str) -> None:
    assert i18n.money(amount, currency).replace("\xa0", " ") == shown


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, "yesterday"),
        (0, "today"),
        (1, "tomorrow"),
        (-2, "Thursday"),
        (-6, "Sunday"),
        (-7, "last week"),
        (-13, "last week"),
        (-14, "7 Nov"),
        (2, "Mon 23 Nov"),
        (8, "Sun 29 Nov"),
        (9, "30 Nov"),
        (45, "5 Jan"),
        (-179, "26 May"),
        (200, "9 Jun 2027"),
        (-400, "17 Oct 2025"),
    ],
)
def test_near_days_have_names_and_far_ones_a_date(days: int, said: str) -> None:
    day = date.fromordinal(TODAY.toordinal() + days)
    assert i18n.near_day(day, TODAY) == said


def test_days_and_months_have_their_names() -> None:
    assert i18n.short_day(TODAY) == "21 Nov"
    assert i18n.full_day(TODAY) == "Saturday 21 November"
    assert i18n.dated_day(TODAY) == "Sat 21 Nov"
    assert i18n.month_name(2) == "February"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Phrase("Ana"), "Ana"),
        (Money(350, "EUR"), "€3.50"),
        (TODAY, "21 Nov"),
        (datetime(2026, 11, 21, 9, 30), "21 Nov"),  # noqa: DTZ001 - what the wall clock shows
        (time(9, 5), "09:05"),
        (1234, "1,234"),
        (Decimal("1.5"), "1.5"),
        (0.25, "0.25"),
        (["Ana", "Ben", Phrase("Cleo")], "Ana, Ben and Cleo"),
        (("Ana", 2), "Ana and 2"),
        ([], ""),
        ("Ana", "Ana"),
        (None, "None"),
    ],
)
def test_every_sort_of_value_is_written_as_people_write_it(value: object, said: str) -> None:
    assert value_in_words(value) == said


def test_some_languages_run_from_right_to_left() -> None:
    assert not i18n.is_right_to_left()
    use_language("ar")
    assert i18n.is_right_to_left()


def test_a_language_without_a_catalogue_still_writes_its_own_days_and_money() -> None:
    use_language("fr")
    assert isinstance(gettext.NullTranslations(), type(i18n._language.texts))
    assert i18n.full_day(TODAY) == "samedi 21 novembre"
    assert i18n.money(350, "EUR").replace("\xa0", " ") == "3,50 €"


def test_braces_that_are_no_place_stay_as_they_are() -> None:
    phrase = Phrase('{name}, say {"do": 1} and { or }', {"name": "Ana"})
    assert words(phrase) == 'Ana, say {"do": 1} and { or }'


MARKS = "\u2067\u2068\u2069"


def balanced(text: str) -> bool:
    """Whether every isolate that begins also ends, and none ends before."""
    depth = 0
    for letter in text:
        depth += {"\u2067": 1, "\u2068": 1, "\u2069": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0


NESTED = st.recursive(
    st.text(st.characters(exclude_characters=MARKS), max_size=8)
    | st.integers(-99_999, 99_999)
    | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.builds(lambda one, two: Phrase("{a} · {b}", {"a": one, "b": two}), inner, inner)
    ),
    max_leaves=6,
)


@given(NESTED)
def test_left_to_right_nothing_is_isolated(value: object) -> None:
    for code in ("en", "de"):
        use_language(code)
        said = words(Phrase("For {value}.", {"value": value}))
        assert not set(said) & set(MARKS)
        assert said == i18n.fill("For {value}.", value=value)


@given(NESTED)
def test_right_to_left_every_value_is_isolated_and_ends_where_it_began(value: object) -> None:
    use_language("ar")
    said = words(Phrase("For {value}.", {"value": value}))
    assert balanced(said)
    assert said == i18n.fill("For {value}.", value=value)
    if value_in_words(value):
        assert without_isolated(said) == "For ."


def test_a_number_keeps_its_order_and_a_row_of_values_takes_the_windows() -> None:
    use_language("ar")
    assert i18n.isolated("+359 888 123") == "\u2068+359 888 123\u2069"
    tag = words(Phrase("{name} · {relation}", {"name": "Biscuit", "relation": "dog"}))
    assert tag == "\u2068Biscuit\u2069 · \u2068dog\u2069"
    assert i18n.isolated(tag) == f"\u2067{tag}\u2069"
    assert i18n.isolated("") == ""


def test_a_sentence_of_the_shops_own_words_is_one_piece() -> None:
    owed = Phrase("{what}: {promise}.", {"what": "Sour milk", "promise": "a fresh one"})
    assert i18n.in_one_piece(words(owed)) == "Sour milk: a fresh one."
    use_language("ar")
    assert i18n.in_one_piece(words(owed)) == "\u2068Sour milk: a fresh one.\u2069"


def test_fill_leaves_a_missing_value_in_its_braces() -> None:
    assert i18n.fill("{a} and {b}", a=1234) == "1,234 and {b}"
