"""May this note be kept as it is?"""

import pytest

from pos_companion.i18n import words
from pos_companion.insight.note_words import complaints_about


@pytest.mark.parametrize(
    ("note", "codes"),
    [
        ("Likes jazz, plays chess", []),
        ("she is so STUPID", ["insult"]),
        ("a time waster", ["label"]),
        ("Der ist blöd und schwierig", ["insult", "label"]),
        ("إنه غبي", ["insult"]),
        ("saw the doctor about cancer", ["private"]),
        ("Sie lässt sich scheiden, Scheidung im Mai", ["private"]),
        ("", []),
    ],
)
def test_insults_labels_and_delicate_subjects_are_pointed_out(note: str, codes: list[str]) -> None:
    assert [one.code for one in complaints_about(note)] == codes


def test_the_word_is_named_as_it_was_written() -> None:
    (complaint,) = complaints_about("He is Rude.")
    assert words(complaint.phrase) == "“Rude” is a label. Write what happened instead."


def test_a_word_inside_another_is_no_insult() -> None:
    assert complaints_about("Fatima loves cowslips") == []
