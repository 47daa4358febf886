"""Who is at the counter, what they may do, and a second person's yes.

A shop in which nobody has a name is a shop of one person: nobody is asked, everything is allowed.
With the first name the shop asks; then nobody signed in may do no more than look up and record.
"""

from pos_companion.errors import NotAllowedError, RefusedError, WrongPinError
from pos_companion.i18n import N_
from pos_companion.model.staff import Approval, Right, Staff, Tries
from pos_companion.services import Shop
from pos_companion.services.pins import PEPPER, opens, plain_digits
from pos_companion.storage.folding import folded
from pos_companion.storage.staff import KeptStaff


def who_can_sign_in(shop: Shop) -> tuple[Staff, ...]:
    """Whom the lock shows, by name, with waits as they are now; nobody in a shop of one person."""
    here = [one for one in shop.storage.staff.everybody() if one.active]
    return tuple(_seen(shop, one) for one in here)


def is_shared(shop: Shop) -> bool:
    """Whether people who work here have names, and are asked who they are."""
    return not shop.storage.staff.is_empty()


def sign_in(shop: Shop, person: int, pin: str) -> Staff:
    """Be at the counter from now on.

    Raises:
        WrongPinError: the PIN is wrong, or may not be tried now; the words are the same.
    """
    staff = _proved(shop, person, pin, "sign_in")
    shop.staff, shop.person = staff.name, staff.id
    return staff


def sign_out(shop: Shop) -> None:
    """Nobody is at the counter from now on."""
    if not shop.person:
        return
    with shop.storage.transaction():
        shop.storage.audit.note(shop.clock.now(), shop.staff, "sign_out", person=shop.person)
    shop.staff, shop.person = "", 0


def named(shop: Shop, name: str) -> int:
    """The number of somebody by their name; 0 when nobody here is called so."""
    wanted = folded(name.strip())
    here = (one for one in shop.storage.staff.everybody() if one.active)
    return next((one.id for one in here if folded(one.name) == wanted), 0)


def at_counter(shop: Shop) -> Staff | None:
    """Who is signed in, as they are now: a manager may have changed their role meanwhile."""
    kept = shop.storage.staff.get(shop.person) if shop.person else None
    return kept.staff if kept is not None and kept.staff.active else None


def allowed(shop: Shop, right: Right) -> bool:
    """Whether whoever is at the counter may do something."""
    person = at_counter(shop)
    return person.may(right) if person is not None else not is_shared(shop)


def require(shop: Shop, right: Right) -> None:
    """Go on only when it is allowed.

    Raises:
        NotAllowedError: it is not.
    """
    if allowed(shop, right):
        return
    if at_counter(shop) is None:
        raise NotAllowedError(N_("Somebody who may do this has to sign in first."))
    raise NotAllowedError(
        N_("{name} may not do this here. A manager can."), name=shop.staff, right=right.value
    )


def approve(shop: Shop, person: int, pin: str, what: str) -> Approval:
    """Say yes, as a second person, to something beyond what whoever is at the counter may do.

    Args:
        what: the deed and the id it is about; the approval holds for nothing else.

    Raises:
        RefusedError: nobody approves their own deed.
        WrongPinError: as `sign_in`.
        NotAllowedError: this person may not approve.
    """
    if person == shop.person:
        raise RefusedError(N_("Somebody else has to say yes to this."))
    staff = _proved(shop, person, pin, "approve", what)
    if not staff.may(Right.APPROVE):
        raise NotAllowedError(N_("{name} may not say yes to this. A manager can."), name=staff.name)
    return Approval(staff.id, staff.name, what, shop.clock.now())


def _proved(shop: Shop, person: int, pin: str, deed: str, about: str = "") -> Staff:
    """The person, once the PIN has shown that it is them."""
    pepper, drawer, now = shop.keys.derive(PEPPER), shop.storage.staff, shop.clock.now()
    before = drawer.get(person)
    # The slow part comes before the records are held, and comes for everybody alike.
    fits = opens(pepper, plain_digits(pin), _openable(before))
    with shop.storage.transaction():
        kept = drawer.get(person)
        tries = kept.staff.tries.seen(now) if kept is not None else Tries()
        counts = _openable(kept) != "" and not tries.is_closed and not tries.wait(now)
        proved = counts and fits and _openable(kept) == _openable(before)
        if kept is not None:
            drawer.keep_tries(person, _tries_after(shop, tries, counts, proved))
        if counts:
            name = deed if proved else f"{deed}_refused"
            more = {"about": about} if about else {}
            shop.storage.audit.note(now, shop.staff, name, person=person, **more)
    if kept is None or not proved:
        raise WrongPinError(N_("That PIN is not right. Please try again."))
    return kept.staff


def _openable(kept: KeptStaff | None) -> str:
    return kept.pin if kept is not None and kept.staff.active else ""


def _tries_after(shop: Shop, tries: Tries, counts: bool, proved: bool) -> Tries:
    if proved:
        return Tries()
    return tries.failed(shop.clock.now()) if counts else tries


def _seen(shop: Shop, staff: Staff) -> Staff:
    """As of now, and kept so: a clock that was set back may not make a wait longer."""
    tries = staff.tries.seen(shop.clock.now())
    if tries == staff.tries:
        return staff
    with shop.storage.transaction():
        shop.storage.staff.keep_tries(staff.id, tries)
    kept = shop.storage.staff.get(staff.id)
    return staff if kept is None else kept.staff
