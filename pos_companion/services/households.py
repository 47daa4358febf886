"""Two households become one, one is parted, and both can be undone."""

from collections.abc import Collection

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.consent import ConsentKind
from pos_companion.model.people import HouseholdMove
from pos_companion.services import Shop
from pos_companion.services.at_home import customer_of, member_of, note
from pos_companion.services.consents import require_consent

_NOTHING_TO_UNDO = {
    "join": N_("They joined no household lately, so there is nothing to undo."),
    "split": N_("They left no household lately, so there is nothing to undo."),
}


def join_households(shop: Shop, host_id: int, guest_id: int) -> HouseholdMove:
    """Two customers, and all who live with them, become one household.

    Nothing that one of them told us is shown on the other's card.

    Raises:
        BadInputError: a customer cannot be joined with themselves.
        RefusedError: they live together already.
        NotFoundError: there is no such customer.
    """
    if host_id == guest_id:
        raise BadInputError(N_("A household needs two different people to be joined."))
    with shop.storage.transaction():
        host, guest = customer_of(shop, host_id), customer_of(shop, guest_id)
        if host.household is not None and host.household == guest.household:
            raise RefusedError(N_("These two belong to one household already."))
        for one in (host_id, guest_id):
            require_consent(shop, one, ConsentKind.FAMILY)
        move = shop.storage.moves.join(host, guest, shop.clock.now(), shop.today)
        note(shop, "join_households", customer=guest_id, household=move.household)
    return move


def split_household(
    shop: Shop, customer_id: int, takes: Collection[int] = (), shares: Collection[int] = ()
) -> HouseholdMove:
    """A customer leaves a household, with some of its people and pets.

    Args:
        takes: the numbers of the beings who go along.
        shares: of those who belong to both homes from now on.

    Raises:
        BadInputError: a being is named twice.
        NotFoundError: there is no such customer, or nobody like that at home.
        RefusedError: nobody would stay.
    """
    people = shop.storage.people
    if set(takes) & set(shares) or len({*takes, *shares}) < len(takes) + len(shares):
        raise BadInputError(N_("Somebody is named twice. Say for each whether they go or stay."))
    with shop.storage.transaction():
        customer = customer_of(shop, customer_id)
        going = {customer_id}
        for being in (*takes, *shares):
            member = member_of(shop, customer, being)
            if being in takes and member.customer is not None:
                going.add(member.customer)
        if not set(people.living_in(customer.household)) - going:
            raise RefusedError(N_("No other customer lives there, so there is nothing to part."))
        move = shop.storage.moves.split(
            customer, set(takes), set(shares), shop.clock.now(), shop.today
        )
        note(shop, "split_household", customer=customer_id, household=move.household)
    return move


def undo_move(shop: Shop, move: HouseholdMove) -> None:
    """Undo a join or a split, right after it or much later; what came since stays.

    Raises:
        RefusedError: it was undone already, or somebody has moved on since.
    """
    with shop.storage.transaction():
        if not shop.storage.moves.undo(move, shop.clock.now()):
            raise RefusedError(
                N_("These households have changed again since. Undo the later change first.")
            )
        note(shop, f"undo_{move.deed}", customer=move.customer, household=move.household)


def undo_last_move(shop: Shop, customer_id: int, deed: str) -> None:
    """Undo the latest move of a customer.

    Args:
        deed: "join" or "split"; what they did last has to be this.

    Raises:
        NotFoundError: it was something else, or there is nothing to undo.
        RefusedError: somebody has moved on since.
    """
    with shop.storage.transaction():
        move = last_move(shop, customer_id)
        if move is None or move.deed != deed:
            raise NotFoundError(_NOTHING_TO_UNDO[deed])
        undo_move(shop, move)


def last_move(shop: Shop, customer_id: int) -> HouseholdMove | None:
    """The latest join or split of a customer that was not undone; None when there is none."""
    return shop.storage.moves.last(customer_id)
