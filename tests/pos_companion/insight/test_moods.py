"""Whose mood fell is seen; whoever came again and was better is left in peace."""

from datetime import datetime

import pytest

from pos_companion.i18n import words
from pos_companion.insight.moods import Worry, alert, worry
from pos_companion.model.visits import Mood, PastVisit

G, F, L = Mood.GOOD, Mood.FINE, Mood.LOW
AT = datetime.fromisoformat("2025-11-21T09:00")


def visits(*moods):
    return [
        PastVisit(str(n), AT, AT.date(), (), mood_in=came, mood_out=left)
        for n, (came, left) in enumerate(moods)
    ]


@pytest.mark.parametrize(
    ("moods", "why"),
    [
        ((), None),
        (((None, None),), None),
        (((G, L),), Worry.FELL),
        (((G, F),), Worry.FELL),
        (((F, L),), Worry.FELL),
        (((L, G),), None),
        (((L, None),), None),
        (((None, L), (L, None)), Worry.LOW_AGAIN),
        (((G, L), (L, L)), Worry.LOW_AGAIN),
        (((L, L), (L, G)), None),
        (((L, L), (None, None), (L, L)), None),
        (((G, L), (None, None)), None),
    ],
)
def test_the_last_two_visits_tell(moods, why):
    assert worry(visits(*moods)) is why


@pytest.mark.parametrize("why", Worry)
def test_the_alert_names_them_and_no_cause(why):
    assert words(alert(why, "Rosa")).endswith(
        {"fell": "left in lower spirits than they came", "low_again": "seemed low twice in a row"}[
            why
        ]
    )
