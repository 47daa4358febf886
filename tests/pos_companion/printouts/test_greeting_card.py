import pytest

from pos_companion.i18n import words
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.people import Species
from pos_companion.printouts import Document, Line, PaperSize
from pos_companion.printouts.greeting_card import GreetingCard


def texts(document: Document) -> list[str]:
    lines = [part for section in document.sections for part in section.parts]
    return [words(line.text) for line in lines if isinstance(line, Line)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "wish"),
    [
        (CelebrationKind.BIRTHDAY, "Happy birthday, Rosa!"),
        (CelebrationKind.NAME_DAY, "Happy name day, Rosa!"),
        (CelebrationKind.GRADUATION, "Congratulations, Rosa!"),
        (CelebrationKind.MOVING_IN, "Welcome to the new home, Rosa!"),
        (CelebrationKind.OTHER, "All the best, Rosa!"),
    ],
)
def test_the_wish_fits_the_day_and_bears_the_name(kind: CelebrationKind, wish: str) -> None:
    document = GreetingCard("Rosa", kind).document()
    assert words(document.title) == wish
    assert (document.size, document.centred) == (PaperSize.A6, True)


def test_it_is_signed_by_the_shop_or_by_hand() -> None:
    assert texts(GreetingCard("Rosa", CelebrationKind.BIRTHDAY, "The Corner").document())[-1] == (
        "From all of us at The Corner"
    )
    assert texts(GreetingCard("Rosa", CelebrationKind.BIRTHDAY).document())[-1] == "From all of us"


def test_a_pet_has_a_paw_and_its_own_words() -> None:
    card = GreetingCard("Rex", CelebrationKind.BIRTHDAY, species=Species.DOG).document()
    assert card.icon == "paw-print"
    assert texts(card)[0] == "A hug from everybody behind the counter."


def test_it_speaks_the_language_of_whoever_reads_it() -> None:
    assert GreetingCard("Rosa", CelebrationKind.BIRTHDAY, language="ar").document().language == "ar"
