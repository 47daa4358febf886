"""How somebody found us, in words."""

from datetime import date

import pytest

from pos_companion.i18n import NearDay, Phrase, words
from pos_companion.insight.people_words import REACHED_BY, SOURCES, found_us, told_when
from pos_companion.model.people import PreferredChannel, Source, SourceTouch

TODAY = date(2025, 11, 21)
ROSA = {7: Phrase("{name}", {"name": "Rosa"})}


def test_every_way_has_words():
    assert set(SOURCES) == set(Source)
    assert set(REACHED_BY) == set(PreferredChannel) - {PreferredChannel.UNKNOWN}


@pytest.mark.parametrize(
    ("touch", "said"),
    [
        (SourceTouch(1, 1, TODAY, Source.PASSING), "Passing by"),
        (SourceTouch(1, 1, TODAY, Source.EVENT, "the street fair"), "An event: the street fair"),
        (SourceTouch(1, 1, TODAY, Source.FRIEND, referred_by=7), "Rosa sent them"),
        (SourceTouch(1, 1, TODAY, Source.FRIEND, "at choir", "", 7), "Rosa sent them: at choir"),
        (SourceTouch(1, 1, TODAY, Source.FRIEND, referred_by=8), "A friend"),
    ],
)
def test_one_way_reads_as_a_person_would_say_it(touch, said):
    assert words(found_us(touch, ROSA)) == said


def test_a_longer_way_is_told_with_the_day():
    touch = SourceTouch(1, 1, TODAY, Source.SEARCH, effort="two buses")
    assert words(told_when(touch, {}, NearDay(TODAY, TODAY))) == (
        "Searched for it · two buses · today"
    )
