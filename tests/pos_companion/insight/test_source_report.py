"""Channels, and how far people came through them."""

from pos_companion.insight.source_report import Effort, Found, by_source
from pos_companion.model.people import Source
from pos_companion.model.stages import Stage
from tests.gesture_days import MONDAY


def test_the_way_named_first_counts_with_the_step_that_was_reached() -> None:
    bus, hill = Effort(1, MONDAY, "two buses"), Effort(2, MONDAY, "up the hill")
    channels = by_source([
        Found(1, Source.FRIEND, Stage.REGULAR, was_sent=True, efforts=(bus,)),
        Found(2, Source.FRIEND, Stage.NEW, efforts=(hill,)),
        Found(3, Source.FRIEND),
        Found(4, Source.SEARCH, Stage.NEW),
        Found(5, Source.EVENT, Stage.NEW),
    ])  # fmt: skip
    assert [(one.source, one.people) for one in channels] == [
        (Source.FRIEND, 3),
        (Source.EVENT, 1),
        (Source.SEARCH, 1),
    ]
    assert channels[0].reached == {Stage.REGULAR: 1, Stage.NEW: 1, None: 1}
    assert channels[0].was_sent == 1
    assert channels[0].efforts == (hill, bus)
