"""Which copies are kept: many of today, few of last year, never fewer than three."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_companion.storage.rotation import LEAST, to_drop

NOW = datetime(2025, 11, 21, 18, 0, tzinfo=UTC)
moments = st.lists(
    st.integers(-5_000, 24 * 800).map(lambda hours: NOW - timedelta(hours=hours)), max_size=80
)


@settings(max_examples=80)
@given(moments)
def test_the_newest_are_never_dropped_and_nothing_is_dropped_twice(copies: list[datetime]) -> None:
    copies = sorted(set(copies))
    dropped = to_drop(copies, NOW)
    kept = [one for one in copies if one not in dropped]
    assert kept[-LEAST:] == copies[-LEAST:]
    assert to_drop(kept, NOW) == []
    assert dropped == sorted(dropped)
    assert not [one for one in kept[:-LEAST] if NOW - one >= timedelta(days=365)]


def test_two_years_of_copies_every_half_hour_become_a_handful() -> None:
    kept: list[datetime] = []
    start = NOW - timedelta(days=800)
    for step in range(800 * 2):  # every twelve hours, and every half hour on the last days
        kept.append(start + timedelta(hours=12 * step))
        if step % 20 == 0:
            gone = set(to_drop(kept, kept[-1]))
            kept = [one for one in kept if one not in gone]
    kept += [NOW - timedelta(minutes=30 * step) for step in range(200)]
    gone = set(to_drop(kept, NOW))
    left = [one for one in kept if one not in gone]
    assert 50 <= len(left) <= 90
    assert any(NOW - one > timedelta(days=300) for one in left)


def test_of_an_hour_the_newest_stays() -> None:
    hour = [NOW - timedelta(hours=5, minutes=minutes) for minutes in (10, 20, 30)]
    newer = [NOW - timedelta(minutes=minutes) for minutes in (0, 1, 2)]
    assert to_drop([*hour, *newer], NOW) == [hour[2], hour[1]]
