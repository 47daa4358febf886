"""Who gets something and who never does, over the shop's own records."""

import pytest

from pos_companion.errors import BadInputError
from pos_companion.insight.fairness import Never, Share
from pos_companion.rules import RedemptionState
from pos_companion.rules.conditions.visits_in_all import VisitsInAll
from pos_companion.rules.segments import Segment
from pos_companion.services import Shop
from pos_companion.services.fairness import FairnessReport, fairness, with_segments
from pos_companion.services.report_days import Span, days_of
from pos_companion.services.segments import save_segment
from pos_companion.services.steps import finished
from tests.builders import add_customer
from tests.gesture_stories import came, give, weeks_of_gifts


def looked_at(shop: Shop, least: int = 5) -> FairnessReport:
    return finished(fairness(shop, days_of(shop, Span.DAYS_90), least))


def test_who_comes_regularly_and_gets_nothing_is_named_and_the_favourite_is_seen(
    shop: Shop,
) -> None:
    people = weeks_of_gifts(shop)
    report = looked_at(shop, least=13)
    assert report.found.never == (Never(people["Leo"].id, 14),)
    assert report.people[people["Leo"].id].name == "Leo Brandt"
    (pair,) = report.pairs
    assert (pair.customer, pair.staff) == (people["Kim"].id, "Sam")
    assert (pair.gifted, pair.together, pair.gifted_elsewhere, pair.elsewhere) == (14, 14, 0, 14)
    assert set(report.found.by_staff) == {"Ines", "Mia", "Sam"}
    assert "regular" in report.found.by_stage


def test_nothing_is_missing_where_gifts_are_not_wanted_or_not_fitting(shop: Shop) -> None:
    people = [add_customer("Ana", no_offers=True), add_customer("Leo"), add_customer("Kim")]
    for person in people:
        for day in range(6):
            came(shop, person, day)
    visit = came(shop, people[1], 1, hour=12)
    give(shop, visit, state=RedemptionState.DECLINED)
    found = looked_at(shop).found
    assert [(one.customer, one.said_no) for one in found.never] == [
        (people[1].id, 1),
        (people[2].id, 0),
    ]


@pytest.mark.parametrize("least", [0, 1001])
def test_a_regular_comes_between_once_and_a_thousand_times(shop: Shop, least: int) -> None:
    with pytest.raises(BadInputError, match="from 1 to 1,000"):
        looked_at(shop, least)


def test_the_shops_own_segments_are_set_beside_each_other(shop: Shop) -> None:
    people = weeks_of_gifts(shop)
    save_segment(shop, Segment("", "Often here", VisitsInAll(28)))
    save_segment(shop, Segment("", "Everybody", VisitsInAll(1)))
    report = finished(with_segments(shop, looked_at(shop)))
    assert list(report.by_segment) == ["Everybody", "Often here"]
    assert report.by_segment["Everybody"] == report.found.all
    assert report.by_segment["Often here"] == Share(28, 14)
    kim = shop.storage.people.get(people["Kim"].id)
    assert kim is not None
    assert kim.visits == 28
