"""Many standings read together are what each is read alone."""

from datetime import timedelta

from pos_companion.insight.stages import standing
from pos_companion.model.care import Concern
from pos_companion.model.people import Source
from pos_companion.model.stages import Stage
from pos_companion.services import Shop
from pos_companion.services.report_days import Span, days_of
from pos_companion.services.sources import NewTouch, add_touch
from pos_companion.services.stages_of_many import stages_of
from pos_companion.services.standings import everything_seen, pin_stage
from pos_companion.services.steps import finished
from tests.builders import add_customer, add_fact, add_visit, add_visits


def test_each_stands_where_they_stand_when_looked_at_alone(shop: Shop) -> None:
    new, regular, friend, pinned, owed, missed = (add_customer(f"C{one}") for one in range(6))
    add_visit(new, days_ago=2)
    add_visits(regular, 10)
    add_visits(friend, 30, every=3)
    add_visits(missed, 60, every=7)
    told_on = shop.today - timedelta(days=200)
    for number in range(3):
        add_fact(missed, f"likes rye {number}", heard_on=told_on, used_on=told_on)
    add_touch(shop, new.id, NewTouch(Source.FRIEND, referred_by=missed.id))
    for one in (pinned, owed):
        add_visits(one, 9)
    pin_stage(shop, pinned.id, Stage.FRIEND, "Known for years")
    late = shop.today - timedelta(days=3)
    shop.storage.concerns.add(Concern(owed.id, 0, "Sour milk", "a new one", "Sam", late, late))
    ids = [one.id for one in (new, regular, friend, pinned, owed, missed)]
    days = shop.storage.gestures.all_days(days_of(shop, Span.DAYS_90).both, shop.clock.now())
    found = finished(stages_of(shop, [*ids, 987], days))
    alone = {
        who: standing(everything_seen(shop, shop.storage.people.get(who)), shop.today)  # type: ignore[arg-type]
        for who in ids
    }
    assert {who: one.stage for who, (_, one) in found.items()} == {
        who: one.stage for who, one in alone.items()
    }
    assert found[pinned.id][1].stage is Stage.FRIEND
    assert found[owed.id][1].stage is Stage.AT_RISK
    assert found[missed.id][1].step is Stage.MISSED
