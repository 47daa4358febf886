from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, FactKind
from pos_companion.rules.conditions.celebration import Celebration as CelebrationNear
from pos_companion.services.celebration_days import days_on_card, known_birthday
from pos_companion.services.look_up import open_card
from pos_companion.services.wishes import unwished, wished
from tests.builders import add_customer, add_fact, add_rule, days_from


def days_of(shop, customer):
    return days_on_card(open_card(shop, customer.id))


def seen(shop, customer):
    return [
        (one.coming.celebration.who, one.coming.days, one.is_due)
        for one in days_of(shop, customer).near
    ]


def test_what_is_just_gone_by_stands_before_what_is_ahead(shop):
    ana = add_customer(
        "Ana", celebrates=[("Ana", *days_from(shop, -2)), ("Rex", *days_from(shop, 3))]
    )
    assert seen(shop, ana) == [("Ana", -2, True), ("Rex", 3, False)]


def test_after_two_days_a_birthday_is_over_unless_a_rule_allows_more(shop):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, -5))])
    assert seen(shop, ana) == []
    add_rule("Late cake", CelebrationNear(after=7))
    assert seen(shop, ana) == [("Ana", -5, True)]


def test_a_rule_that_allows_no_belated_wish_is_followed(shop):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, -1))])
    add_rule("On the day", CelebrationNear(after=0))
    assert seen(shop, ana) == []


def test_what_was_wished_is_not_due_again(shop):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    (day,) = days_of(shop, ana).due
    said = wished(shop, ana.id, day.coming)
    days = days_of(shop, ana)
    assert (days.due, days.near[0].wished) == ((), said)
    unwished(shop, said)
    assert len(days_of(shop, ana).due) == 1


def test_the_last_words_tell_of_a_birthday_and_of_nothing_discreet(shop):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    month, day = days_from(shop, 0)
    wedding = Celebration(
        ana.id, 0, "", CelebrationKind.ANNIVERSARY, PartialDate(None, month, day), None
    )
    shop.storage.people.add_celebration(wedding)
    said = {one.coming.celebration.kind: one.is_said_last for one in days_of(shop, ana).near}
    assert said[CelebrationKind.BIRTHDAY] is True
    assert said.get(CelebrationKind.ANNIVERSARY, False) is False


def test_a_year_alone_is_a_day_to_ask_for(shop):
    ana = add_customer("Ana")
    birthday = Celebration(ana.id, 0, "Ana", CelebrationKind.BIRTHDAY, PartialDate(1990))
    shop.storage.people.add_celebration(birthday)
    assert [one.who for one in days_of(shop, ana).wanted] == ["Ana"]


def test_in_a_hard_time_no_day_is_brought_up(shop):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    add_fact(ana, "Her father died", kind=FactKind.TENDER, discretion=Discretion.KNOW)
    assert days_of(shop, ana).near == ()


def test_the_known_birthday_of_the_same_being_is_found(shop):
    ana = add_customer("Ana", celebrates=[("Ana", 5, 14), ("Rex", 6, 1)])
    found = open_card(shop, ana.id)
    new = Celebration(ana.id, 0, "Ana", CelebrationKind.BIRTHDAY, PartialDate(None, 5, 15))
    known = known_birthday(found, new)
    assert known is not None
    assert known.date == PartialDate(None, 5, 14)
    same = Celebration(ana.id, 0, "Ana", CelebrationKind.BIRTHDAY, PartialDate(1990, 5, 14))
    assert known_birthday(found, same) is None
