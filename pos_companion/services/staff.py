"""The people who work here: added, renamed, given another role or PIN, and leaving.

Only a manager changes them, and there is always one: the first person is a manager, and the last
one stays. A name stays on the deeds of the past whatever becomes of the person.
"""

from dataclasses import dataclass, replace

from pos_companion.errors import BadInputError, KeyRequiredError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right, Role, Staff, Tries
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.pins import PEPPER, tag_of, usable
from pos_companion.services.sign_in import is_shared, require, sign_in
from pos_companion.storage.folding import folded
from pos_companion.storage.keys import open_with_code
from pos_companion.storage.staff import KeptStaff

LONGEST_NAME = 60


@dataclass(frozen=True)
class StaffChange:
    """What was done to one person, so that it can be undone.

    Attributes:
        before: as they were kept; None when they are new.
        after: as they are now.
    """

    before: KeptStaff | None
    after: Staff


def people_here(shop: Shop) -> tuple[Staff, ...]:
    """Everybody who works here or did, who works here now first.

    Raises:
        NotAllowedError: only a manager sees the list.
    """
    require(shop, Right.STAFF)
    return shop.storage.staff.everybody()


def add_person(shop: Shop, name: str, role: Role, pin: str) -> StaffChange:
    """Add somebody. The first person is a manager, and is at the counter from then on.

    Raises:
        NotAllowedError: only a manager adds people.
        BadInputError: the name is empty, too long or taken, or the PIN cannot be used.
        RefusedError: the first person is no manager.
    """
    require(shop, Right.STAFF)
    first = not is_shared(shop)
    if first and role is not Role.MANAGER:
        raise RefusedError(
            N_("The first person has to be a manager, so that somebody can add the others.")
        )
    line = _free_name(shop, name)
    plain = usable(pin, role)
    tag = tag_of(shop.keys.derive(PEPPER), plain)
    with shop.storage.transaction():
        staff = shop.storage.staff.add(Staff(0, line, role), tag)
        _note(shop, "add_staff", staff)
    if first:
        sign_in(shop, staff.id, plain)
    return StaffChange(None, staff)


def change_person(
    shop: Shop, person: int, name: str | None = None, role: Role | None = None, pin: str = ""
) -> StaffChange:
    """Give somebody another name, role or PIN.

    Args:
        name: for deeds from now on; past ones keep the old name. None leaves it.
        role: None leaves it. Somebody who becomes a manager needs a new, longer PIN.
        pin: also opens one that was tried too often; empty leaves the old one.

    Raises:
        RefusedError: the last manager stays one; a manager's PIN that was tried too often is
            opened by the recovery code; somebody who has left has no PIN.
        NotAllowedError, BadInputError, NotFoundError: as `add_person`.
    """
    before = _known(shop, person)
    staff = before.staff
    if not staff.active:
        raise RefusedError(N_("{name} does not work here any more."), name=staff.name)
    wanted = staff.role if role is None else role
    if wanted is not Role.MANAGER:
        _spare_last_manager(shop, staff)
    tag = before.pin
    if pin or wanted.least_digits > staff.role.least_digits:
        _spare_closed_manager(staff)
        tag = _tag(shop, pin, wanted)
    line = staff.name if name is None else _free_name(shop, name, person)
    return _keep(shop, before, replace(staff, name=line, role=wanted), tag, "change_staff")


def name_own_card(shop: Shop, person: int, customer: int | None) -> StaffChange:
    """Say which card is a colleague's own, so that what goes to their household is agreed to.

    Args:
        customer: the number of the card; None when they have none.

    Raises:
        NotFoundError: there is no such card.
        NotAllowedError: only a manager does.
    """
    before = _known(shop, person)
    if customer is not None and shop.storage.people.get(customer) is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    staff = replace(before.staff, customer=customer)
    return _keep(shop, before, staff, before.pin, "name_own_card")


def deactivate(shop: Shop, person: int) -> StaffChange:
    """Somebody no longer works here: their PIN is deleted, their name stays on what they did.

    Raises:
        RefusedError: the last manager stays.
        NotAllowedError, NotFoundError: as `add_person`.
    """
    before = _known(shop, person)
    _spare_last_manager(shop, before.staff)
    return _keep(shop, before, replace(before.staff, active=False), "", "deactivate_staff")


def welcome_back(shop: Shop, person: int, pin: str) -> StaffChange:
    """Somebody works here again, with a new PIN.

    Raises:
        NotAllowedError, BadInputError, NotFoundError: as `add_person`.
    """
    before = _known(shop, person)
    tag = _tag(shop, pin, before.staff.role)
    return _keep(shop, before, replace(before.staff, active=True), tag, "reactivate_staff")


def open_again(shop: Shop, person: int) -> StaffChange:
    """Let a PIN that was tried too often be tried again.

    Raises:
        NotAllowedError, NotFoundError: as `add_person`.
        RefusedError: a manager's is opened by the recovery code.
    """
    before = _known(shop, person)
    _spare_closed_manager(before.staff)
    staff = replace(before.staff, tries=Tries())
    return _keep(shop, before, staff, before.pin, "open_staff_pin")


def new_pin_by_code(shop: Shop, person: int, code: str, pin: str) -> StaffChange:
    """Give somebody a new PIN because the recovery code of the records is at hand.

    It is the one way back for a manager who forgot theirs; nobody has to be signed in.

    Raises:
        KeyRequiredError: it is not the recovery code of these records.
        BadInputError, NotFoundError: as `add_person`.
    """
    before = _kept(shop, person)
    keys = open_with_code(shop.settings.folder, code)
    if keys.secret != shop.keys.secret:
        raise KeyRequiredError(N_("This is not the recovery code of these records."))
    tag = _tag(shop, pin, before.staff.role)
    return _keep(shop, before, before.staff, tag, "set_staff_pin_by_code")


def undo_change(shop: Shop, change: StaffChange) -> None:
    """Put somebody back exactly as they were.

    Raises:
        NotAllowedError: only a manager does.
    """
    require(shop, Right.STAFF)
    drawer = shop.storage.staff
    with shop.storage.transaction():
        if change.before is None:
            drawer.remove(change.after.id)
        else:
            drawer.put(change.before)
        _note(shop, "undo_staff", change.after)
    if shop.person == change.after.id:
        shop.staff = change.before.staff.name if change.before else ""
        shop.person = shop.person if change.before else 0


def _known(shop: Shop, person: int) -> KeptStaff:
    require(shop, Right.STAFF)
    return _kept(shop, person)


def _kept(shop: Shop, person: int) -> KeptStaff:
    kept = shop.storage.staff.get(person)
    if kept is None:
        raise NotFoundError(N_("Nobody like that works here."))
    return kept


def _keep(shop: Shop, before: KeptStaff, staff: Staff, pin: str, deed: str) -> StaffChange:
    """Keep somebody as they are now; another PIN has not been tried yet."""
    tries = staff.tries if pin == before.pin else Tries()
    after = replace(staff, has_pin=bool(pin), tries=tries)
    with shop.storage.transaction():
        shop.storage.staff.put(KeptStaff(after, pin))
        _note(shop, deed, after)
    if shop.person == after.id:
        shop.staff = after.name
    return StaffChange(before, after)


def _note(shop: Shop, deed: str, staff: Staff) -> None:
    role = staff.role.value
    shop.storage.audit.note(shop.clock.now(), shop.staff, deed, person=staff.id, role=role)


def _tag(shop: Shop, pin: str, role: Role) -> str:
    return tag_of(shop.keys.derive(PEPPER), usable(pin, role))


def _free_name(shop: Shop, name: str, person: int = 0) -> str:
    line = plain_line(name)
    if not folded(line):
        raise BadInputError(N_("There is no name yet."))
    if len(line) > LONGEST_NAME:
        raise BadInputError(N_("This name is too long. Keep it under 60 letters."))
    refuse_payment_cards(line)
    others = (one for one in shop.storage.staff.everybody() if one.id != person)
    if any(folded(one.name) == folded(line) for one in others):
        raise BadInputError(
            N_("Somebody here is or was called {name} already. Add a letter."), name=line
        )
    return line


def _spare_closed_manager(staff: Staff) -> None:
    if staff.role is Role.MANAGER and staff.tries.is_closed:
        raise RefusedError(N_("The PIN of a manager is opened by the recovery code alone."))


def _spare_last_manager(shop: Shop, staff: Staff) -> None:
    managers = [
        one for one in shop.storage.staff.everybody() if one.active and one.role is Role.MANAGER
    ]
    if [one.id for one in managers] == [staff.id]:
        raise RefusedError(N_("{name} is the only manager. Make somebody else one first."),
                           name=staff.name)  # fmt: skip
