"""Who looked at whose card: noted where several people work, read by a manager."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from pos_companion.i18n import Phrase
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.finding import display_name
from pos_companion.services.sign_in import require

SHOWN_DAYS = 30
_DEED = "look"


@dataclass(frozen=True)
class Look:
    """Somebody opened somebody's card on one day.

    Attributes:
        day: the business date.
        staff: who looked.
        customer: whose card; 0 when they were forgotten since.
        name: what they are called; None when they were forgotten.
        times: how often, at least 1.
    """

    day: date
    staff: str
    customer: int
    name: Phrase | None
    times: int


def note_look(shop: Shop, customer_id: int) -> None:
    """Note that whoever is signed in opened a card; where nobody signs in nothing is noted."""
    if not shop.person:
        return
    with shop.storage.transaction():
        shop.storage.audit.note(shop.clock.now(), shop.staff, _DEED, customer=customer_id)


def looks(shop: Shop, days: int = SHOWN_DAYS) -> tuple[Look, ...]:
    """Who looked at whom lately, the latest day first, then whoever looked most often.

    Raises:
        NotAllowedError: only who runs the staff sees this.
    """
    require(shop, Right.STAFF)
    since = shop.time.day_start(shop.today - timedelta(days=days - 1))
    counted: Counter[tuple[date, str, int]] = Counter()
    for at, staff, body in shop.storage.audit.deeds(_DEED, since):
        counted[shop.time.business_day(at), staff, int(json.loads(body)["customer"])] += 1
    people = shop.storage.people.some(sorted({customer for _day, _staff, customer in counted}))
    names = {one.id: display_name(one) for one in people}
    found = [
        Look(day, staff, customer if customer in names else 0, names.get(customer), times)
        for (day, staff, customer), times in counted.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), -one.times, one.staff)))
