"""The words of each language that are read."""

import tomllib

import pytest

from pos_companion.i18n import languages
from pos_companion.i18n import vocabulary as read

SECTIONS = ["beings", "said", "celebrations", "ask", "dates.near", "dates.hints", "dates.units"]


def test_every_language_of_the_interface_has_words_of_its_own() -> None:
    assert set(languages()) <= set(read.word_languages())


def own_meanings(section: str, language: str) -> set[str]:
    """The meanings a language has words of its own for."""
    table = tomllib.loads((read.WORDS_FOLDER / f"{language}.toml").read_text("utf-8"))
    for name in section.split("."):
        table = table[name]
    return set(table)


@pytest.mark.parametrize("language", read.word_languages())
def test_every_language_knows_the_same_meanings(language: str) -> None:
    for section in [*SECTIONS, "tags", "notes"]:
        english = set(read.words_in(section, "en").values())
        own = own_meanings(section, language)
        assert english - {"coffee", "ordinal"} <= own, section


@pytest.mark.parametrize("section", ["tags", "diets", "notes", "forms"])
def test_no_word_means_one_thing_here_and_another_there(section: str) -> None:
    seen: dict[str, str] = {}
    for language in read.word_languages():
        for word, meaning in read.words_in(section, language).items():
            assert seen.setdefault(word, meaning) == meaning, word


def test_accents_capitals_and_vowel_marks_do_not_matter() -> None:
    assert read.fold("  Nüsse  MÄDCHEN ") == "nusse madchen"
    assert read.fold("أُمّ") == "ام"
    assert read.fold("قطة") == read.fold("قطه")


@pytest.mark.parametrize(
    ("language", "name", "month"),
    [("en_GB", "May", 5), ("de", "März", 3), ("de", "Jänner", 1), ("ar", "مايو", 5),
     ("ar", "تشرين الثاني", 11), ("de", "may", 5)],
)  # fmt: skip
def test_months_are_known_in_the_language_and_in_english(
    language: str, name: str, month: int
) -> None:
    assert read.months(language)[read.fold(name)] == month


def test_weekdays_begin_with_monday() -> None:
    assert read.weekdays("de")["montag"] == 0
    assert read.weekdays("ar")[read.fold("الأحد")] == 6


@pytest.mark.parametrize(
    ("language", "first"), [("en", True), ("en_US", False), ("de", True), ("ar", True), ("x", True)]
)
def test_the_order_of_day_and_month_is_the_languages(language: str, first: bool) -> None:
    assert read.is_day_first(language) is first


def test_a_language_without_words_understands_the_english_ones() -> None:
    assert read.words_in("beings", "fi")["dog"] == "dog"
    assert read.months("fi")["toukokuu"] == 5
