from pos_companion.i18n import words
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate


def test_every_kind_has_its_words() -> None:
    for kind in CelebrationKind:
        day = Celebration(1, 1, "Biscuit", kind, PartialDate(month=5, day=1))
        assert words(celebration_title(day)).strip()


def test_a_birthday_names_whose_it_is_and_own_words_win() -> None:
    day = Celebration(1, 1, "Biscuit", CelebrationKind.BIRTHDAY, PartialDate(month=5, day=1))
    assert words(celebration_title(day)) == "Biscuit’s birthday"
    exam = Celebration(
        1, 2, "Wei", CelebrationKind.GRADUATION, PartialDate(month=5, day=1), title="starts school"
    )
    assert words(celebration_title(exam)) == "starts school"
