"""Fills the sample shop: invented people whose days lie around the day it is first opened.

What they are like stands in `resources/samples`; the visits are made from their habits, always the
same ones for the same day. The ready-made rules are those any shop starts with.
"""

import tomllib
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import cycle
from random import Random
from typing import Any

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from pos_companion.importers.contacts import phone_number
from pos_companion.model.care import Thread
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.money import Money
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.model.stock import Gift
from pos_companion.model.visits import Basket, BasketLine, Product, Visit
from pos_companion.rules.as_json import read_rule
from pos_companion.services import Shop
from pos_companion.services.catalogue import refresh_habits
from pos_companion.services.sample_promises import sample_answer, sample_concern
from pos_companion.settings import RESOURCES

_FOLDER = RESOURCES / "samples"
_RULES = RESOURCES / "presets" / "rules"
_DONE = "samples_day"
_SEED = 20
_KNOWN_FOR = timedelta(days=200)
_LATEST = 10
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OWN = (
    "name", "call_name", "say_as", "formal", "email", "card", "description", "language",
    "no_celebrations",
)  # fmt: skip

_Values = Mapping[str, Any]


def fill_sample_shop(shop: Shop) -> None:
    """Put the invented people, products, gifts and rules into a sample shop; once.

    Raises:
        RefusedError: it is a real shop.
    """
    if not shop.is_sample:
        raise RefusedError(N_("Invented people belong into the sample shop only."))
    if shop.storage.settings.get(_DONE) is not None:
        return
    with shop.storage.transaction():
        # Another window may have been quicker.
        if shop.storage.settings.get(_DONE) is None:
            _fill(shop)
    refresh_habits(shop)


def sample_day(shop: Shop) -> date | None:
    """The business date around which the invented people live; None before they moved in."""
    kept = shop.storage.settings.get(_DONE)
    return None if kept is None else date.fromordinal(int(kept))


def _fill(shop: Shop) -> None:
    kept = _read("shop")
    shop.profile = replace(shop.profile, **kept["profile"])
    shop.storage.settings.keep_profile(shop.profile)
    products = {one["name"]: _add_product(shop, one) for one in kept["products"]}
    for gift in kept["gifts"]:
        _add_gift(shop, gift)
    for path in sorted(_RULES.glob("*.json")):
        shop.storage.rulebook.save(read_rule(path.read_text(encoding="utf-8")), shop.clock.now())
    for answer in kept["answers"]:
        shop.storage.answers.put(sample_answer(answer, shop.today))
    staff = kept["staff"]["names"]
    for person in _read("people")["people"]:
        customer = _add_person(shop, person)
        plan = person.get("visits")
        if plan:
            for visit in _Diary(shop, customer, plan, products, staff).visits():
                shop.storage.visits.record(visit)
    shop.storage.settings.put(_DONE, shop.today.toordinal())
    shop.storage.audit.note(shop.clock.now(), shop.staff, "fill_samples")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _add_product(shop: Shop, one: _Values) -> Product:
    price = Money(one["price"], shop.profile.currency)
    return shop.storage.catalogue.add(
        Product(0, one["ref"], one["name"], one["group"], price, icon=one["icon"])
    )


def _add_gift(shop: Shop, one: _Values) -> None:
    cost = Money(one["cost"], shop.profile.currency)
    tags = frozenset(one.get("tags", ()))
    shop.storage.stock.add(Gift(**{**one, "cost": cost, "tags": tags}))


def _add_person(shop: Shop, person: _Values) -> Customer:
    own = {name: person[name] for name in _OWN if name in person}
    phone = phone_number(person["phone"], shop.profile.country) if "phone" in person else ""
    people, now = shop.storage.people, shop.clock.now()
    customer = people.add(Customer(id=0, phone=phone, remember=True, **own), now)
    around: dict[str, HouseholdMember] = {}
    for one in person.get("household", ()):
        values = {**one, "species": Species(one.get("species", "person"))}
        member = people.add_member(customer, HouseholdMember(id=0, **values), now)
        around[member.name] = member
        customer = people.get(customer.id) or customer
    for one in person.get("days", ()):
        people.add_celebration(_celebration(shop.today, customer, one, around))
    _add_remarks(shop, customer, person, around)
    return customer


def _celebration(
    today: date, customer: Customer, one: _Values, around: Mapping[str, HouseholdMember]
) -> Celebration:
    member = around.get(one.get("who", ""))
    return Celebration(
        customer=customer.id,
        n=0,
        who=member.name if member else customer.called,
        kind=CelebrationKind(one["kind"]),
        date=_date(today, one),
        being=member.id if member else None,
        species=member.species if member else Species.PERSON,
        title=one.get("title", ""),
        leap=LeapPolicy(one["leap"]) if "leap" in one else None,
        yearly=one.get("yearly", True),
        known_since=today - _KNOWN_FOR,
    )


def _date(today: date, one: _Values) -> PartialDate:
    if "date" in one:
        return PartialDate.parse(one["date"])
    ahead = one["in"]
    if ahead in _WEEKDAYS:
        ahead = (_WEEKDAYS.index(ahead) - today.weekday() - 1) % 7 + 1
    day = today + timedelta(days=ahead)
    if "years" in one:
        year = day.year - one["years"]
        return PartialDate(year, day.month, min(day.day, monthrange(year, day.month)[1]))
    return PartialDate(None if one.get("yearly", True) else day.year, day.month, day.day)


def _add_remarks(
    shop: Shop, customer: Customer, person: _Values, around: Mapping[str, HouseholdMember]
) -> None:
    care, today = shop.storage.care, shop.today
    # The newest fact is shown first, and stands first in the file.
    for one in reversed(person.get("told", ())):
        about = around.get(one.get("about", ""))
        care.add_fact(
            Fact(
                customer=customer.id,
                n=0,
                kind=FactKind(one.get("kind", "note")),
                text=one["text"],
                discretion=Discretion(one.get("discretion", "know")),
                about=about.id if about else None,
                subject=one.get("subject", ""),
                heard_by=one["heard_by"],
                heard_on=today - timedelta(days=one["ago"]),
            )
        )
    for one in person.get("ask", ()):
        heard, due = today - timedelta(days=one["ago"]), today + timedelta(days=one["from"])
        care.add_thread(Thread(customer.id, 0, one["question"], one["heard_by"], heard, due))
    for one in person.get("owed", ()):
        shop.storage.concerns.add(sample_concern(customer.id, one, today))


@dataclass(frozen=True)
class _Diary:
    """The visits of one customer, made from the plan in the file."""

    shop: Shop
    customer: Customer
    plan: _Values
    products: Mapping[str, Product]
    staff: Sequence[str]

    def visits(self) -> Iterator[Visit]:
        """Oldest first; those of today only as far as the day has come."""
        chance = Random(f"{_SEED} {self.customer.id}")
        days = self._days(chance)
        colleague = cycle(self.staff)
        moments = [(day, self._hour(day, chance)) for day in days]
        moments += [
            (self.shop.today, time.fromisoformat(hour)) for hour in self.plan.get("today", ())
        ]
        for at, (day, hour) in enumerate(moments):
            instant = self.shop.time.instant(datetime.combine(day, hour))
            if instant < self.shop.clock.now():
                yield Visit(
                    uid=f"sample-{self.customer.id}-{at + 1}",
                    customer=self.customer.id,
                    at=instant,
                    day=self.shop.time.business_day(instant),
                    basket=self._basket(day, len(days) - at, chance),
                    till=self.shop.settings.till,
                    staff=next(colleague),
                )

    def _days(self, chance: Random) -> list[date]:
        """As many days as planned, evenly apart but for a little chance; first and last exact."""
        latest = self.shop.today - timedelta(days=self.plan["last"])
        allowed = self.plan.get("weekdays", range(7))
        back = (latest - timedelta(days=days) for days in range(self.plan["over"], -1, -1))
        open_days = [day for day in back if day.weekday() in allowed]
        count = self.plan["count"]
        step = (len(open_days) - 1) / (count - 1)
        place, days = -1, []
        for at in range(count):
            shifted = at + chance.uniform(-0.4, 0.4) if 0 < at < count - 1 else at
            place = min(max(place + 1, round(shifted * step)), len(open_days) - count + at)
            days.append(open_days[place])
        return days

    def _hour(self, day: date, chance: Random) -> time:
        first, last = self._habit(day)["hours"]
        minutes = int(chance.uniform(first, last) * 60)
        return time(minutes // 60, minutes % 60)

    def _basket(self, day: date, back: int, chance: Random) -> Basket:
        """What was taken `back` visits before the latest but one; 1 is the latest."""
        habit = self._habit(day)
        kept = chance.random() < habit["steady"]
        if "except" in habit and back <= _LATEST:
            kept = back not in habit["except"]
        names = habit["items"] if kept else habit["instead"]
        products = [self.products[name] for name in names]
        return Basket(tuple(BasketLine(product, amount=product.price) for product in products))

    def _habit(self, day: date) -> _Values:
        for habit in self.plan["habits"]:
            if day.weekday() in habit.get("weekdays", range(7)):
                return dict(habit)
        raise LookupError(f"no habit for {day:%A} in the plan of the sample shop")
