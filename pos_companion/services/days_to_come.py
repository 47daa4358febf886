"""The days to come as visits that may be: everybody who celebrates comes on their day, once."""

from collections.abc import Generator
from datetime import date, datetime, time, timedelta

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.rules.simulate.past import Case, Knowledge, Past
from pos_companion.rules.simulate.replay import Progress
from pos_companion.services import Shop
from pos_companion.services.past_facts import Moment, Person, facts_then
from pos_companion.services.past_reading import Whole, as_past, read_person, read_whole
from pos_companion.services.today import days_ahead

MOST_DAYS = 366
_NOON = time(12)
_AT_ONCE = 25


def read_days_to_come(shop: Shop, days: int) -> Generator[Progress, None, Past]:
    """Read who celebrates in the days to come, with all that was given until now.

    Args:
        days: how many business days, today included.

    Raises:
        BadInputError: no days, or too many.
    """
    if not 1 <= days <= MOST_DAYS:
        raise BadInputError(N_("Choose a number of days from 1 to 366."))
    first = shop.today
    last = first + timedelta(days=days - 1)
    # All that was given until now counts, today's as well.
    tomorrow = first + timedelta(days=1)
    whole = read_whole(shop, (tomorrow, tomorrow), Knowledge.NOW, ())
    coming = {
        (one.customer.id, max(one.span.first, first)): None
        for one in days_ahead(shop, days - 1)
        if one.span.first <= last
    }
    persons: dict[int, Person] = {}
    cases: list[Case] = []
    for at, (customer, day) in enumerate(coming):
        person = persons.get(customer) or read_person(shop, customer)
        if person is not None:
            persons[customer] = person
            cases.append(_case(shop, whole, person, day))
        if at % _AT_ONCE == _AT_ONCE - 1:
            yield Progress(at + 1, len(coming))
    return as_past(shop, whole, (first, last), cases, persons)


def _case(shop: Shop, whole: Whole, person: Person, day: date) -> Case:
    customer, wall = person.customer, datetime.combine(day, _NOON)
    visits = shop.storage.visits.history(customer.id, shop.clock.now(), shop.time)
    moment = Moment(
        uid=f"{day.isoformat()}/{customer.id}",
        instant=shop.time.instant(wall),
        wall=wall,
        day=day,
        visits=visits,
        count=customer.visits,
        last=customer.last_visit,
        till=shop.settings.till,
        staff=shop.staff,
    )
    return Case(facts_then(person, moment, shop.profile, whole.circumstances, whole.knowledge))
