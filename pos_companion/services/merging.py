"""Two records of one person become one, and are parted again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.services import Shop
from pos_companion.services.backups import back_up_first
from pos_companion.services.finding import display_name, whoever
from pos_companion.storage.folding import folded
from pos_companion.storage.merging import Joined


@dataclass(frozen=True)
class Joining:
    """What the cashier chose about two records of one person.

    Attributes:
        keep: the record that stays.
        away: the record that becomes part of it.
        pets: pets that are one and the same, of the record that goes to of the one that stays.
        lives_with_away: they live in the household of the record that goes.
    """

    keep: int
    away: int
    pets: Mapping[int, int] = field(default_factory=dict)
    lives_with_away: bool = False


@dataclass(frozen=True)
class Merged:
    """Two records that are one now.

    Attributes:
        id: of the merge, for undoing it.
        customer: the survivor as they are now.
        away: the number that was theirs as well; it goes on finding them.
        moved: how many visits, redemptions and so on went over, by table.
    """

    id: int
    customer: Customer
    away: int
    moved: Mapping[str, int]


@dataclass(frozen=True)
class Parted:
    """Two records that are two again."""

    id: int
    customer: Customer
    back: Customer


def merge(shop: Shop, joining: Joining) -> Merged:
    """Make one record of two. Nothing is lost: what was given, told and promised goes over.

    Raises:
        NotFoundError: there is no such customer.
        RefusedError: they are one record already, or the pets are not pets of theirs.
        NotSavedError, DamagedError: no copy of this hour could be made first.
    """
    back_up_first(shop)
    with shop.storage.transaction():
        keep, away = _known(shop, joining.keep), _known(shop, joining.away)
        if keep.id == away.id:
            raise RefusedError(N_("Both are the same record. Choose two to make one of."))
        _check_pets(shop, keep, away, joining.pets)
        joined = shop.storage.merging.merge(
            keep.id, away.id, joining.pets, joining.lives_with_away, shop.clock.now()
        )
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "merge", merge=joined.id, keep=keep.id, away=away.id,
            moved=dict(joined.moved),
        )  # fmt: skip
        return Merged(joined.id, _known(shop, keep.id), away.id, joined.moved)


def unmerge(shop: Shop, merge_id: int) -> Parted:
    """Make two records of one again: each with what was theirs; what is new stays with the one.

    Raises:
        NotFoundError: there is no such merge, or nobody is left to be parted.
        RefusedError: they were parted already, or another record was joined to them later.
    """
    with shop.storage.transaction():
        joined = shop.storage.merging.get(merge_id)
        if joined is None:
            raise NotFoundError(N_("No records were ever made one under this number."))
        if joined.is_undone:
            raise RefusedError(N_("These records were parted already."))
        later = shop.storage.merging.later(joined)
        if later is not None:
            raise RefusedError(
                N_("{name} became part of the same record later. Part that first: number {merge}."),
                name=_name(later),
                merge=str(later.id),
            )
        keep = _known(shop, joined.keep)
        shop.storage.merging.unmerge(joined.id, shop.clock.now())
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "unmerge", merge=joined.id, keep=keep.id,
            away=joined.away,
        )  # fmt: skip
        return Parted(joined.id, _known(shop, keep.id), _known(shop, joined.away))


def joined_into(shop: Shop, customer_id: int) -> tuple[Joined, ...]:
    """The records that became part of a customer's and can be parted again, the latest first."""
    return shop.storage.merging.into(customer_id)


def pets_alike(shop: Shop, keep_id: int, away_id: int) -> dict[int, int]:
    """Pets that are plainly the same on both records: of one name and one species.

    A pet of which nobody said more than that it is one may be the dog of that name: so do files.

    Returns:
        For `Joining.pets`; a name that could mean two on a side says nothing.
    """
    keep, away = (_pets(shop, _known(shop, one)) for one in (keep_id, away_id))
    return {
        theirs.id: mine.id
        for theirs in away
        for mine in keep
        if mine.id != theirs.id
        and [one.id for one in keep if _may_be(one, theirs)] == [mine.id]
        and [one.id for one in away if _may_be(one, mine)] == [theirs.id]
    }


def _known(shop: Shop, customer_id: int) -> Customer:
    customer = shop.storage.people.get(customer_id)
    if customer is not None:
        return customer
    survivor = whoever(shop, customer_id)
    if survivor is not None:
        raise RefusedError(
            N_("This record is a part of {name} already."), name=display_name(survivor)
        )
    raise NotFoundError(N_("This customer is not in the records any more."))


def _check_pets(shop: Shop, keep: Customer, away: Customer, pets: Mapping[int, int]) -> None:
    mine = {pet.id for pet in _pets(shop, keep)}
    theirs = {pet.id for pet in _pets(shop, away)}
    stay, go = set(pets.values()), set(pets)
    if not (stay <= mine and go <= theirs) or stay & go or len(stay) < len(go):
        raise RefusedError(N_("Only a pet of each record can be one and the same."))


def _pets(shop: Shop, customer: Customer) -> list[HouseholdMember]:
    members = shop.storage.people.members(customer.household)
    return [member for member in members if member.species.is_pet]


def _may_be(pet: HouseholdMember, other: HouseholdMember) -> bool:
    alike = pet.species is other.species or Species.PET in (pet.species, other.species)
    return alike and folded(pet.name) == folded(other.name)


def _name(joined: Joined) -> Phrase | str:
    return joined.name or Phrase(N_("Customer {number}"), {"number": str(joined.away)})
