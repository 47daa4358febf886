"""Proposes what has been kept long enough, and lets it go when a manager says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, Phrase
from pos_companion.model.facts import MANNERS, FactKind, months_after
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.backups import back_up_first
from pos_companion.services.finding import display_name
from pos_companion.services.forgetting import Hidden, forget_some
from pos_companion.services.sign_in import require
from pos_companion.storage.retention import OldRemark

_PAST_LIMIT = 2
"""A fact nobody confirmed is asked about after the limit of its kind, and goes after twice that."""


@dataclass(frozen=True)
class Silent:
    """Somebody who was not here for longer than the shop keeps people.

    Attributes:
        last_visit: None when they never were.
        is_owed: a promise to them is still open.
    """

    customer: int
    name: Phrase
    last_visit: datetime | None
    is_owed: bool


@dataclass(frozen=True)
class OldNote:
    """An old remark as it can be read before it goes.

    Attributes:
        since: when it was last said or confirmed, or put right.
    """

    name: Phrase
    text: str
    since: date


@dataclass(frozen=True)
class Outdated:
    """What has been kept long enough.

    Attributes:
        months: how long somebody may be away before they are proposed.
        people: the longest away first.
        concerns: what was put right long ago.
        facts: what nobody confirmed for twice as long as its kind holds.
        notes: both, as they can be read; concerns first.
    """

    months: int
    people: tuple[Silent, ...]
    concerns: tuple[OldRemark, ...]
    facts: tuple[OldRemark, ...]
    notes: tuple[OldNote, ...] = ()


def outdated(shop: Shop) -> Outdated:
    """What is proposed to go today; changes nothing.

    Raises:
        NotAllowedError: only a manager decides this.
    """
    require(shop, Right.ERASE)
    storage, today, profile = shop.storage, shop.today, shop.profile
    day = months_after(today, -profile.keep_months)
    silent = storage.retention.silent_since(shop.time.instant(datetime.combine(day, time())))
    owed = dict(silent)
    concerns = storage.retention.old_concerns(months_after(today, -profile.keep_concerns_months))
    facts = storage.retention.old_facts(
        lambda kind: months_after(today, -_PAST_LIMIT * MANNERS[FactKind(kind)].months)
    )
    remarks = (*concerns, *facts)
    wanted = {*owed, *(one.customer for one in remarks)}
    people = {one.id: one for one in storage.people.some(sorted(wanted))}
    return Outdated(
        profile.keep_months,
        tuple(
            Silent(number, display_name(people[number]), people[number].last_visit, owed[number])
            for number in owed
        ),
        tuple(concerns),
        tuple(facts),
        tuple(
            OldNote(
                display_name(people[one.customer]),
                one.row["text"],
                one.row["confirmed_on"] or one.row["heard_on"],
            )
            for one in remarks
            if one.customer in people
        ),
    )


def let_people_go(shop: Shop, customers: Sequence[int]) -> tuple[Hidden, ...]:
    """Forget some of the people who were proposed; for a day each can be brought back.

    Raises:
        BadInputError: one of them is not among the proposed ones any more; nobody was forgotten.
        NotAllowedError: only a manager decides this.
    """
    require(shop, Right.ERASE)
    with shop.storage.transaction():
        proposed = {one.customer for one in outdated(shop).people}
        if not set(customers) <= proposed:
            raise BadInputError(
                N_("Somebody on this list has been here again. Nobody was forgotten; look again.")
            )
    return forget_some(shop, customers)


def let_remarks_go(shop: Shop, remarks: Sequence[OldRemark]) -> None:
    """Let old facts and settled concerns go.

    Args:
        remarks: of `outdated`, so that they can be put back for a moment.

    Raises:
        NotAllowedError: only a manager decides this.
        NotSavedError, DamagedError: no copy of this hour could be made first.
    """
    require(shop, Right.ERASE)
    back_up_first(shop)
    with shop.storage.transaction():
        shop.storage.retention.drop(remarks)
        shop.storage.audit.note(shop.clock.now(), shop.staff, "let_remarks_go", count=len(remarks))


def undo_let_remarks_go(shop: Shop, remarks: Sequence[OldRemark]) -> None:
    """Put back what was let go a moment ago.

    Raises:
        NotAllowedError: only a manager decides this.
    """
    require(shop, Right.ERASE)
    with shop.storage.transaction():
        shop.storage.retention.put_back(remarks)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "undo_let_remarks_go", count=len(remarks)
        )


__all__ = [
    "OldNote", "OldRemark", "Outdated", "Silent", "let_people_go", "let_remarks_go", "outdated",
    "undo_let_remarks_go",
]  # fmt: skip
