"""Channels over the shop's own records."""

from pos_companion.model.people import Source
from pos_companion.model.stages import Stage
from pos_companion.services import Shop
from pos_companion.services.merging import Joining, merge
from pos_companion.services.source_report import source_report
from pos_companion.services.sources import NewTouch, add_touch
from pos_companion.services.steps import finished
from tests.builders import add_customer, add_visits


def test_the_first_way_counts_for_ever_whatever_is_added_later(shop: Shop) -> None:
    ana, leo = add_customer("Ana"), add_customer("Leo")
    add_visits(ana, 10)
    add_customer("Kim")
    add_touch(shop, ana.id, NewTouch(Source.REVIEW, effort="came by ferry"))
    before = finished(source_report(shop))
    add_touch(shop, ana.id, NewTouch(Source.SEARCH, effort="asked twice", referred_by=leo.id))
    add_touch(shop, leo.id, NewTouch(Source.REVIEW))
    (channel,) = finished(source_report(shop)).channels
    assert (channel.source, channel.people, channel.was_sent) == (Source.REVIEW, 2, 1)
    assert channel.reached == {Stage.REGULAR: 1, None: 1}
    assert {one.text for one in channel.efforts} == {"came by ferry", "asked twice"}
    assert before.never_asked == 2
    assert before.channels[0].reached == {Stage.REGULAR: 1}


def test_what_somebody_went_through_who_wants_no_memory_is_not_told(shop: Shop) -> None:
    ana = add_customer("Ana", remember=False)
    add_touch(shop, ana.id, NewTouch(Source.FRIEND, effort="two buses"))
    report = finished(source_report(shop))
    assert (report.channels[0].people, report.channels[0].efforts) == (1, ())
    assert report.people == {}


def test_one_person_under_two_numbers_counts_once_by_the_way_of_the_record_that_stays(
    shop: Shop,
) -> None:
    ana, again = add_customer("Ana"), add_customer("Ana S.")
    add_touch(shop, ana.id, NewTouch(Source.FRIEND))
    add_touch(shop, again.id, NewTouch(Source.SEARCH, effort="asked twice"))
    merge(shop, Joining(ana.id, again.id))
    (channel,) = finished(source_report(shop)).channels
    assert (channel.source, channel.people) == (Source.FRIEND, 1)
    assert [one.text for one in channel.efforts] == ["asked twice"]
