"""Add a person or a pet at home."""

from collections.abc import Mapping
from typing import Any

from pos_companion.model.people import Species
from pos_companion.services import Shop, deed
from pos_companion.services.at_home import household_of
from pos_companion.services.customer_forms import member_values
from pos_companion.services.finding import resolve
from pos_companion.services.forms import birthday_of, choice_of, text_of
from pos_companion.services.members import NewMember
from pos_companion.services.members import add_member as keep_member


@deed
def add_member(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int,
    name: str,
    species: str = Species.PERSON.value,
    relation: str = "",
    say_as: str = "",
    birthday: str = "",
    member_customer: str | int = "",
) -> Mapping[str, Any]:
    """Add somebody to a customer's home.

    Args:
        customer: whose home; see the package.
        name: what they are called.
        species: person, child, dog, cat or pet.
        relation: in any words (`wife`, `nephew`); may be empty.
        say_as: how the name is said; may be empty.
        birthday: as far as it is known (`2019-06-05`, `06-05`, `--06`, `2019`); may be empty.
        member_customer: the customer this person is; empty for anybody else.

    Returns:
        `{"member": {"id", "name", "relation", "species", "say", "customer": id or "", "gone": "",
        "died" or "left"}, "household": [all at home, in the same form]}`.
    """
    new = NewMember(
        name=text_of(name, "name"),
        relation=text_of(relation, "relation"),
        species=choice_of(species, "species", Species),
        say_as=text_of(say_as, "say_as"),
        birthday=birthday_of(birthday, "birthday", shop.today) if birthday != "" else None,
        customer=resolve(shop, member_customer) if member_customer != "" else None,
    )
    with shop.storage.transaction():
        added = keep_member(shop, resolve(shop, customer), new)
        household = household_of(shop, added.customer)
    return {
        "member": member_values(added.member),
        "household": [member_values(one) for one in household],
    }
