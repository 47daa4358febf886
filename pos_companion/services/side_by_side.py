"""Two records that may be one person's, side by side: to be seen before it is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.services import Shop
from pos_companion.services.finding import display_name, last_seen
from pos_companion.services.merging import Joining, pets_alike
from pos_companion.services.similar import likeness
from pos_companion.services.withheld import members_for
from pos_companion.storage.folding import digits

_END = 2  # of the digits of a telephone: enough to tell two apart


@dataclass(frozen=True)
class Side:
    """One of the two.

    Attributes:
        phone_end: the last digits; empty when there is no telephone.
        seen: when they were last here.
        around: who and what is at home, as far as they let it be known; themselves left out.
        lives_with: other customers live in the same household.
    """

    customer: Customer
    name: Phrase
    seen: Phrase
    phone_end: str = ""
    around: tuple[HouseholdMember, ...] = ()
    lives_with: bool = False


@dataclass(frozen=True)
class SideBySide:
    """Both, and what speaks for one person.

    Attributes:
        reasons: the strongest first; may be empty.
        pets: those that are plainly the same, of the second record to of the first.
    """

    first: Side
    second: Side
    reasons: tuple[Phrase, ...] = ()
    pets: Mapping[int, int] = field(default_factory=dict)

    @property
    def asks_home(self) -> bool:
        """Whether somebody has to say with whom they live: both have somebody at home."""
        one, other = self.first, self.second
        is_same = one.customer.household == other.customer.household
        lives_with = one.lives_with or other.lives_with
        return not is_same and lives_with and bool(one.around and other.around)

    @property
    def home(self) -> int:
        """The record in whose household they live, unless somebody says otherwise."""
        is_there = self.second.lives_with and not self.first.lives_with
        return (self.second if is_there else self.first).customer.id

    def joining(self, keep: int, pets: bool, lives_with: int) -> Joining:
        """The deed that was chosen.

        Args:
            keep: the number of the record whose name stays.
            pets: the pets that look the same are the same.
            lives_with: the number of the record in whose household they live.
        """
        one, other = self.first.customer.id, self.second.customer.id
        away = other if keep == one else one
        same = dict(self.pets) if keep == one else {mine: its for its, mine in self.pets.items()}
        return Joining(keep, away, same if pets else {}, lives_with == away)


def side_by_side(shop: Shop, first: int, second: int) -> SideBySide:
    """Read both records.

    Raises:
        NotFoundError: one of them is not in the records any more.
        RefusedError: both are the same.
    """
    if first == second:
        raise RefusedError(N_("Both are the same record. Choose two to make one of."))
    one, other = _customer(shop, first), _customer(shop, second)
    return SideBySide(
        first=_side(shop, one),
        second=_side(shop, other),
        reasons=likeness(shop, one, other).reasons,
        pets=pets_alike(shop, one.id, other.id),
    )


def _customer(shop: Shop, customer_id: int) -> Customer:
    customer = shop.storage.people.get(customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    return customer


def _side(shop: Shop, customer: Customer) -> Side:
    members = members_for(customer, shop.storage.people.members(customer.household))
    around = tuple(one for one in members if one.customer != customer.id and not one.gone)
    return Side(
        customer=customer,
        name=display_name(customer),
        seen=last_seen(shop, customer, shop.today),
        phone_end=digits(customer.phone)[-_END:],
        around=around,
        lives_with=any(one.customer is not None for one in around),
    )
