"""Days worth remembering: written down, corrected, and left in peace.

One celebration per being and day, and one birthday per being. Whatever is done can be taken back
exactly, as long as nobody changed the same day meanwhile.
"""

from dataclasses import dataclass, replace

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from pos_companion.insight.celebrations import owner_of
from pos_companion.model.calendars import When
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, WrittenIn
from pos_companion.model.people import Species
from pos_companion.services import Shop
from pos_companion.services.celebration_desk import CelebrationDesk, ChangedDays

__all__ = [
    "ChangedDays",
    "NewCelebration",
    "add_celebration",
    "edit_celebration",
    "leave_in_peace",
    "remove_celebration",
    "take_back",
]


@dataclass(frozen=True)
class NewCelebration:
    """A day as it was told.

    Attributes:
        being: the member whose day it is; None for the customer.
        hidden_from: whom it is to surprise, `being:12` or `customer:17`.
    """

    kind: CelebrationKind
    date: When
    being: int | None = None
    title: str = ""
    yearly: bool = True
    leap: LeapPolicy | None = None
    quiet: bool = False
    hidden_from: tuple[str, ...] = ()


def add_celebration(
    shop: Shop, customer_id: int, new: NewCelebration, correct: bool = False
) -> ChangedDays:
    """Keep a day worth remembering.

    Args:
        correct: a birthday that is known already on another day is corrected, not refused.

    Raises:
        BadInputError: the day, the words or whom it is to surprise cannot be.
        RefusedError: it is kept already, or they do not want it remembered.
        NotFoundError: there is no such customer, or nobody like that around them.
    """
    desk = CelebrationDesk(shop, customer_id)
    being = desk.being(new.being)
    celebration = Celebration(
        customer=customer_id,
        n=0,
        who=being.name if being else desk.customer.called,
        kind=new.kind,
        date=new.date,
        being=being.id if being else None,
        species=being.species if being else Species.PERSON,
        title=new.title,
        leap=new.leap,
        yearly=new.yearly,
        known_since=shop.today,
        quiet=new.quiet,
        hidden_from=tuple(dict.fromkeys(new.hidden_from)),
    )
    celebration = desk.checked(celebration)
    with shop.storage.transaction():
        known = desk.known(celebration)
        if known is not None and correct and known.date != celebration.date:
            kept = ("customer", "n", "being", "who", "species", "quiet")
            return desk.change(
                replace(celebration, **{name: getattr(known, name) for name in kept})
            )
        desk.refuse_doubles(celebration, known)
        return desk.add(celebration)


def edit_celebration(shop: Shop, customer_id: int, celebration: Celebration) -> ChangedDays:
    """Keep a celebration as it is now; whose it is never changes.

    A day that was moved counts as learned today, so that it brings no gift at once.

    Args:
        customer_id: on whose card it was corrected.

    Raises:
        BadInputError, RefusedError, NotFoundError: as for a new one.
    """
    desk = CelebrationDesk(shop, customer_id)
    celebration = desk.checked(celebration)
    with shop.storage.transaction():
        desk.refuse_doubles(celebration, desk.known(celebration))
        return desk.change(celebration)


def remove_celebration(shop: Shop, customer_id: int, celebration: Celebration) -> ChangedDays:
    """Forget a celebration.

    Raises:
        NotFoundError: it is not there any more.
    """
    desk = CelebrationDesk(shop, customer_id)
    with shop.storage.transaction():
        before = desk.as_written(celebration)
        shop.storage.people.drop_celebration(before.customer, before.n)
        desk.note("remove_celebration", before)
    key = (before.customer, before.n)
    return ChangedDays((), {key: before}, {key: None})


def leave_in_peace(
    shop: Shop, customer_id: int, being: int | None = None, quiet: bool = True
) -> ChangedDays:
    """Turn off all celebrations of one being, or on again; they stay known.

    For somebody who never celebrates at all there is `Customer.no_celebrations`.

    Raises:
        NotFoundError: there is no such customer, or nobody like that around them.
    """
    desk = CelebrationDesk(shop, customer_id)
    member = desk.being(being)
    probe = Celebration(customer_id, 0, "", CelebrationKind.OTHER, WrittenIn(shop.today))
    owner = owner_of(replace(probe, being=member.id if member else None), desk.members)
    done: list[ChangedDays] = []
    with shop.storage.transaction():
        for one in desk.celebrations():
            if owner_of(one, desk.members) == owner and one.quiet is not quiet:
                done.append(desk.change(replace(one, quiet=quiet)))
    return ChangedDays(
        tuple(celebration for one in done for celebration in one.celebrations),
        {key: value for one in done for key, value in one.before.items()},
        {key: value for one in done for key, value in one.after.items()},
    )


def take_back(shop: Shop, changed: ChangedDays) -> None:
    """Put the celebrations back exactly as they were.

    Raises:
        RefusedError: somebody changed one of them meanwhile.
    """
    people = shop.storage.people
    with shop.storage.transaction():
        for (customer, n), after in changed.after.items():
            if people.celebration_as_written(customer, n) != after:
                raise RefusedError(N_("A colleague has changed this day meanwhile."))
        for (customer, n), before in changed.before.items():
            if before is None:
                people.drop_celebration(customer, n)
            else:
                people.put_celebration(before)
            shop.storage.audit.note(
                shop.clock.now(), shop.staff, "take_back_celebration", customer=customer, n=n
            )
