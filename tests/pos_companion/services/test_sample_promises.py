from datetime import date

from pos_companion.model.care import UpdateKind
from pos_companion.services.sample_promises import sample_answer, sample_concern

TODAY = date(2025, 11, 21)
MILK = {
    "title": "Sour oat milk on {-4}", "promise": "a fresh one", "owner": "Sam", "due": 0, "ago": 4,
    "words": "Sorry about {-4}.", "heard": "It was sour.", "news": [{"ago": 3, "text": "Asked."}],
}  # fmt: skip


def test_the_days_of_a_concern_lie_around_today():
    owed = sample_concern(7, MILK, TODAY)
    assert (owed.customer, owed.title, owed.words) == (
        7, "Sour oat milk on Monday", "Sorry about Monday.",
    )  # fmt: skip
    assert [(one.kind, one.day.day) for one in owed.log] == [
        (UpdateKind.NEWS, 17), (UpdateKind.OPENED, 17), (UpdateKind.NEWS, 18),
    ]  # fmt: skip
    assert not owed.is_late(TODAY)


def test_an_answer_was_verified_so_many_days_ago():
    one = {
        "question": "Open?", "say": "Yes.", "details": "", "tags": ["hours"], "good_for": 90,
        "author": "Mia",
    }  # fmt: skip
    known = sample_answer({**one, "ago": 12}, TODAY)
    assert (known.verified_on, known.tags) == (date(2025, 11, 9), ("hours",))
    assert not known.needs_check(TODAY)
    assert sample_answer({**one, "ago": 91}, TODAY).needs_check(TODAY)
