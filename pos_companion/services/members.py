"""People and pets at home are added, corrected, taken back, and shared with another owner."""

from dataclasses import dataclass, replace

from pos_companion.errors import BadInputError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.consent import ConsentKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.services import Shop
from pos_companion.services.at_home import customer_of, member_of, note
from pos_companion.services.consents import require_consent
from pos_companion.services.typed import typed_line, typed_name

_LONGEST_RELATION = 60


@dataclass(frozen=True)
class NewMember:
    """A person or a pet to be written down at home.

    Attributes:
        relation: in the shop's words, or as typed; may be empty.
        birthday: may be partial; None when nobody said.
        customer: the id of the customer this person is; None for anybody else.
    """

    name: str
    relation: str = ""
    species: Species = Species.PERSON
    say_as: str = ""
    birthday: PartialDate | None = None
    customer: int | None = None


@dataclass(frozen=True)
class AddedMember:
    """A new member, and the birthday that came along."""

    customer: int
    member: HouseholdMember
    birthday: Celebration | None = None


def add_member(shop: Shop, customer_id: int, new: NewMember) -> AddedMember:
    """Add a person or a pet to a customer's home.

    Raises:
        BadInputError: no name, or one that does not fit; the customer as their own relative.
        RefusedError: they are at home there already, or the customer wants no family kept.
        NotFoundError: there is no such customer.
    """
    member = _checked(
        HouseholdMember(0, new.name, new.relation, new.species, new.say_as, new.customer)
    )
    people, now = shop.storage.people, shop.clock.now()
    with shop.storage.transaction():
        customer = customer_of(shop, customer_id)
        require_consent(shop, customer_id, ConsentKind.FAMILY)
        if new.customer is not None:
            _refuse_twice(shop, customer, new.customer)
        member = people.add_member(customer, member, now)
        day = None if new.birthday is None else _add_birthday(shop, customer, member, new.birthday)
        note(shop, "add_member", customer=customer_id, being=member.id)
    return AddedMember(customer_id, member, day)


def take_back_member(shop: Shop, added: AddedMember) -> None:
    """Take back an addition made a moment ago.

    Raises:
        RefusedError: something was written about them since, which would be lost.
    """
    people = shop.storage.people
    being = added.member.id
    with shop.storage.transaction():
        customer = customer_of(shop, added.customer)
        home = customer.household
        if home is None or people.member(home, being) is None:
            return
        if added.birthday is not None:
            people.drop_celebration(added.birthday.customer, added.birthday.n)
        if people.is_written_about(home, being):
            raise RefusedError(
                N_("Something is written about {name} already. Say that they left instead."),
                name=added.member.name,
            )
        people.take_out(home, being)
        _leave_if_empty(shop, home)
        note(shop, "take_back_member", customer=customer.id, being=being)


def edit_member(shop: Shop, customer_id: int, member: HouseholdMember) -> HouseholdMember:
    """Correct a member; a name is corrected in every household it belongs to.

    Whoever is gone stays gone, and who is a customer stays one. Called with the member as it was,
    this is its own undo.

    Raises:
        BadInputError: no name, or one that does not fit.
        NotFoundError: there is no such customer, or nobody like that at home.
    """
    checked = _checked(member)
    people = shop.storage.people
    with shop.storage.transaction():
        known = member_of(shop, customer_of(shop, customer_id), member.id)
        kept = {"customer": known.customer, "gone": known.gone, "gone_on": known.gone_on}
        checked = replace(checked, **kept)  # type: ignore[arg-type]
        people.rewrite_member(customer_of(shop, customer_id).household or 0, checked)
        for home in people.homes_of(member.id):
            people.reindex_household(home)
        note(shop, "edit_member", customer=customer_id, being=member.id)
    return checked


def share_pet(shop: Shop, customer_id: int, being: int, owner_id: int) -> HouseholdMember:
    """Let a pet belong to another customer's home as well; it stays one being.

    Raises:
        RefusedError: it is at home there already, or that customer wants no family kept.
        NotFoundError: one of the customers, or the pet, is not in the records.
    """
    people = shop.storage.people
    with shop.storage.transaction():
        pet = member_of(shop, customer_of(shop, customer_id), being)
        owner = customer_of(shop, owner_id)
        require_consent(shop, owner_id, ConsentKind.FAMILY)
        if owner.household in people.homes_of(being):
            raise RefusedError(N_("{name} is at home there already."), name=pet.name)
        people.add_member(owner, pet, shop.clock.now())
        note(shop, "share_pet", customer=owner_id, being=being)
    return pet


def unshare_pet(shop: Shop, being: int, owner_id: int) -> None:
    """Take back that a pet belongs to a customer's home as well.

    Raises:
        RefusedError: it belongs to nobody else.
        NotFoundError: there is no such customer, or no such pet at home.
    """
    people = shop.storage.people
    with shop.storage.transaction():
        owner = customer_of(shop, owner_id)
        pet = member_of(shop, owner, being)
        if len(people.homes_of(being)) < 2:
            raise RefusedError(N_("{name} belongs to nobody else."), name=pet.name)
        people.take_out(owner.household or 0, being)
        _leave_if_empty(shop, owner.household or 0)
        note(shop, "unshare_pet", customer=owner_id, being=being)


def _checked(member: HouseholdMember) -> HouseholdMember:
    name = typed_name(member.name)
    if not name:
        raise BadInputError(N_("Somebody at home needs a name."))
    return replace(
        member,
        name=name,
        relation=typed_line(member.relation, _LONGEST_RELATION),
        say_as=typed_line(member.say_as),
    )


def _refuse_twice(shop: Shop, customer: Customer, member: int) -> None:
    if member == customer.id:
        raise BadInputError(N_("A customer is not their own relative. Choose somebody else."))
    customer_of(shop, member)
    if any(one.customer == member for one in shop.storage.people.members(customer.household)):
        raise RefusedError(N_("This customer is at home there already."))


def _add_birthday(
    shop: Shop, customer: Customer, member: HouseholdMember, birthday: PartialDate
) -> Celebration:
    return shop.storage.people.add_celebration(
        Celebration(
            customer=customer.id,
            n=0,
            who=member.name,
            kind=CelebrationKind.BIRTHDAY,
            date=birthday,
            being=member.id,
            species=member.species,
            known_since=shop.today,
        )
    )


def _leave_if_empty(shop: Shop, household: int) -> None:
    """A household of one customer and nobody else is none; else the search is brought up to date.

    So taking back the first member leaves everything as if it had never been added.
    """
    people = shop.storage.people
    living = people.in_household(household)
    if people.members(household) or len(living) > 1:
        people.reindex_household(household)
        return
    people.dissolve(household, shop.clock.now())
    for one in living:
        people.reindex(one)
