"""One line of what they told us becomes typed parts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import use_language, words
from pos_companion.insight.told import Listener, understand
from pos_companion.insight.told_parts import Around, AskAbout, DayOf, Said, Understood, Wanted
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import FactKind
from pos_companion.model.people import Gone, HouseholdMember, Species

FRIDAY = date(2025, 11, 21)
MIA = HouseholdMember(5, "Mia", "daughter", Species.CHILD)
THIRD_OF_MAY = PartialDate(None, 5, 3)


@pytest.fixture(autouse=True)
def _english_afterwards():
    yield
    use_language("en")


def read(text: str, language: str = "en", household: tuple[HouseholdMember, ...] = ()):
    use_language(language)
    return understand(text, Listener(language, FRIDAY, household))


def whats(text: str, language: str = "en", household: tuple[HouseholdMember, ...] = ()):
    return [part.what for part in read(text, language, household).parts]


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("en", "@spouse Ana, #cat Miso, ~likes rye", ["spouse", "cat"]),
        ("de", "@Ehefrau Ana, #Katze Miso, ~mag Roggen", ["Ehefrau", "Katze"]),
        ("ar", "@زوجة ليلى، #قطة ميسو، ~تحب الجاودار", ["زوجة", "قطة"]),
    ],
)
def test_a_person_a_pet_and_a_like_in_one_line(language: str, line: str, names: list[str]) -> None:
    understood = read(line, language)
    person, pet, like = (part.what for part in understood.parts)
    assert isinstance(person, Around)
    assert isinstance(pet, Around)
    assert isinstance(like, Said)
    assert [person.relation, pet.relation] == names
    assert (person.species, pet.species) == (Species.PERSON, Species.CAT)
    assert (like.kind, like.text) == (FactKind.LIKE, line.rpartition("~")[2])
    assert understood.leftover == ""


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "birthday 3 May"), ("en", "Birthday: 3rd of May"), ("en", "birthday May 3"),
        ("en", "birthday on 3.5."), ("de", "Geburtstag 3. Mai"), ("de", "Geburtstag am 3.5."),
        ("de", "geb. 3.5."), ("ar", "عيد ميلاد ٣ مايو"), ("ar", "عيد الميلاد 3 أيار"),
    ],
)  # fmt: skip
def test_a_birthday_in_the_languages_own_words(language: str, line: str) -> None:
    assert whats(line, language) == [DayOf(CelebrationKind.BIRTHDAY, THIRD_OF_MAY)]


def test_a_day_behind_a_name_is_their_birthday_and_a_fact_behind_is_about_them() -> None:
    mia, day, allergy, asking, own = whats("@daughter Mia 8.5.2019 !nuts ?exam 3 Dec, ~no milk")
    assert mia == Around("Mia", "daughter", Species.CHILD)
    assert day == DayOf(CelebrationKind.BIRTHDAY, PartialDate(2019, 5, 8), "Mia")
    assert allergy == Said(FactKind.ALLERGY, "nuts", "nuts", "Mia")
    assert asking == AskAbout("exam", date(2025, 12, 3), date(2025, 12, 10), "Mia")
    assert own == Said(FactKind.ALLERGY, "no milk", "milk")


def test_somebody_known_is_not_added_again() -> None:
    (mia, allergy) = whats("@Mia !milk", household=(MIA,))
    assert mia == Around("Mia", "daughter", Species.CHILD, 5)
    assert isinstance(allergy, Said)
    assert allergy.who == "Mia"
    assert whats("Mia's birthday 3 May", household=(MIA,)) == [
        DayOf(CelebrationKind.BIRTHDAY, THIRD_OF_MAY, "Mia")
    ]
    gone = HouseholdMember(5, "Mia", gone=Gone.DIED)
    assert read("@Mia !milk", household=(gone,)).leftover == "@Mia"


@pytest.mark.parametrize(
    ("line", "kind", "subject"),
    [
        ("~hates marzipan", FactKind.DISLIKE, "marzipan"),
        ("~no pork", FactKind.DIET, "pork"),
        ("~vegan", FactKind.DIET, ""),
        ("~is halal", FactKind.FAITH, ""),
        ("~allergic to eggs", FactKind.ALLERGY, "eggs"),
        ("~cares about the old mill", FactKind.MATTERS, ""),
        ("~worried about the exam", FactKind.WORRY, ""),
        ("~explain slowly", FactKind.COMFORT, ""),
        ("~mourning", FactKind.TENDER, ""),
    ],
)
def test_each_kind_of_fact_has_its_words(line: str, kind: FactKind, subject: str) -> None:
    expected = Said(kind, line[1:], subject)
    if kind in {FactKind.MATTERS, FactKind.WORRY}:
        assert [(one.kind, one.text) for one in whats(line)] == [(kind, line[1:])]
    else:
        assert whats(line) == [expected]


def test_a_tender_time_may_have_an_end_and_a_need_is_a_need() -> None:
    (tender,) = whats("~mourning until 3 May")
    assert tender.until == date(2026, 5, 3)
    assert whats("~needs a bread that keeps") == [Wanted("a bread that keeps")]


@pytest.mark.parametrize(
    ("language", "line", "topic", "day"),
    [
        ("en", "?ask Lisbon 24 Nov", "Lisbon", date(2025, 11, 24)),
        ("en", "?exam next Friday", "exam", date(2025, 11, 28)),
        ("en", "?trip in two weeks", "trip", date(2025, 12, 5)),
        ("en", "?trip in a month", "trip", date(2025, 12, 21)),
        ("de", "?nach Lissabon nächsten Freitag", "Lissabon", date(2025, 11, 28)),
        ("ar", "؟امتحان الجمعة القادمة", "امتحان", date(2025, 11, 28)),
        ("ar", "؟سفر بعد أسبوعين", "سفر", date(2025, 12, 5)),
        ("en", "?the new dog", "the new dog", None),
    ],
)
def test_something_to_ask_about(language: str, line: str, topic: str, day: date | None) -> None:
    (asking,) = whats(line, language)
    assert (asking.topic, asking.day) == (topic, day)
    assert asking.ask_from >= (day or FRIDAY)


@pytest.mark.parametrize(
    ("language", "instead"),
    [("en", ["birthday 3 Apr", "birthday 4 Mar"]), ("en_US", ["birthday Mar 4", "birthday Apr 3"])],
)
def test_what_can_be_read_in_two_ways_is_offered_both_ways_and_kept_as_written(
    language: str, instead: list[str]
) -> None:
    understood = read("birthday 03/04", language)
    (part,) = understood.parts
    assert part.what is None
    assert [reading.instead for reading in part.readings] == instead
    assert understood.leftover == "birthday 03/04"
    for reading in part.readings:
        (again,) = read(reading.instead, language).parts
        assert again.phrase == reading.phrase


@pytest.mark.parametrize(
    "line", ["hello", "@spouse", "@5", "great! he came @ 5", "~rye", "ana@example.org", "#1", "?",
             "birthday soon", "birthday 30 Feb", "@nobody Ana", "birthday 3 May and likes tea"]
)  # fmt: skip
def test_what_is_not_understood_stays_as_it_was_written(line: str) -> None:
    understood = read(line)
    assert understood.parts == ()
    assert understood.leftover == line


def test_plain_words_may_be_suggested_and_are_never_taken_for_granted() -> None:
    understood = read("likes rye, plays chess")
    assert understood.parts == ()
    (hint,) = understood.suggestions
    assert (words(hint.phrase), hint.instead) == ("Like: likes rye", "~likes rye")


def visible(text: str) -> str:
    return "".join(sign for sign in text if not sign.isspace() and sign not in ",،;؛")


def holds(understood: Understood) -> None:
    """Places lie in the line, in order and apart; no sign is lost."""
    end = 0
    left = understood.text
    for part in understood.parts:
        assert end <= part.start < part.end <= len(understood.text)
        end = part.end
    for part in reversed(understood.parts):
        left = left[: part.start] + left[part.end :]
        words(part.phrase)
    kept = list(visible(understood.leftover))
    for sign in visible(left):
        assert sign in kept
        kept.remove(sign)


LANGUAGES = st.sampled_from(["en", "de", "ar", "fi"])


@given(text=st.text(max_size=200), language=LANGUAGES)
def test_no_text_is_too_strange(text: str, language: str) -> None:
    holds(read(text, language, (MIA,)))


PIECES = {
    "en": ["@spouse", "Ana", "#cat", "~likes", "~no", "nuts", "!nuts", "?ask", "Lisbon", "birthday",
           "3", "May", "3.5.", "03/04", "next", "Friday", "in", "two", "weeks", "until", "2019",
           ",", "the", "of", "“Ana", "B”", "Mia’s", "99999999", "1.1.1.1"],
    "de": ["@Tochter", "Rex", "#Hund", "~mag", "keine", "Nüsse", "!Nuss", "?nach", "Geburtstag",
           "3.", "Mai", "8.5.", "nächsten", "Freitag", "in", "zwei", "Wochen", "bis", ",", "am"],
    "ar": ["@ابنة", "ليلى", "#قطة", "~يحب", "~لا", "مكسرات", "؟اسأل", "عيد", "ميلاد", "٣", "مايو",
           "٣/٤", "الجمعة", "القادمة", "بعد", "أسبوعين", "،", "يوم"],
}  # fmt: skip
LINES = st.sampled_from(["en", "de", "ar"]).flatmap(
    lambda language: st.tuples(
        st.just(language), st.lists(st.sampled_from(PIECES[language]), max_size=12).map(" ".join)
    )
)


@given(LINES)
def test_a_line_of_known_words_keeps_every_sign_and_reads_alike_twice(
    line: tuple[str, str],
) -> None:
    language, text = line
    understood = read(text, language, (MIA,))
    holds(understood)
    assert read(text, language, (MIA,)) == understood


@given(LINES)
def test_what_was_understood_is_understood_again_on_its_own(line: tuple[str, str]) -> None:
    language, text = line
    for part in read(text, language).parts:
        piece = text[part.start : part.end]
        if isinstance(part.what, Around | Wanted) or (
            isinstance(part.what, Said | AskAbout) and not part.what.who
        ):
            assert whats(piece, language) == [part.what]
