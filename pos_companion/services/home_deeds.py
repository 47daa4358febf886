"""Deeds of a household's sheet that are made of several smaller ones; each is undone as one."""

from dataclasses import dataclass, replace

from pos_companion.errors import BadInputError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.people import Customer, Gone, HouseholdMember, HouseholdMove, SadNews
from pos_companion.services import Shop
from pos_companion.services.at_home import customer_of, member_of
from pos_companion.services.home_pages import news_of
from pos_companion.services.households import join_households, undo_move
from pos_companion.services.members import edit_member
from pos_companion.services.people import NewCustomer, add_customer, edit_customer, forget_addition
from pos_companion.services.sad_news import sad_news, undo_sad_news


@dataclass(frozen=True)
class KnownJoined:
    """Somebody we knew already came into a household.

    Attributes:
        guest: the customer as they were.
        before: their place in the household before its relation was written; None if it was not.
    """

    host: int
    guest: Customer
    move: HouseholdMove
    before: HouseholdMember | None = None


@dataclass(frozen=True)
class CardGiven:
    """Somebody at home has a card now.

    Attributes:
        before: the customer they were already, as they were; None when the card made them one.
        move: how a new customer came into the household.
    """

    before: Customer | None
    move: HouseholdMove | None = None


@dataclass(frozen=True)
class BroughtBack:
    """Somebody is around after all.

    Attributes:
        customer: on whose card the sad news is told again when this is undone.
    """

    customer: int
    being: int | None
    how: Gone


def join_known(shop: Shop, host_id: int, guest_id: int, relation: str = "") -> KnownJoined:
    """Let somebody we know already, and all who live with them, live in a customer's household.

    Args:
        relation: of the guest to the customer; one that is written down already stays.

    Raises:
        BadInputError, RefusedError, NotFoundError: as `join_households`.
    """
    with shop.storage.transaction():
        guest = customer_of(shop, guest_id)
        move = join_households(shop, host_id, guest_id)
        place = _place_of(shop, host_id, guest_id)
        if not relation or place is None or place.relation:
            return KnownJoined(host_id, guest, move)
        edit_member(shop, host_id, replace(place, relation=relation))
    return KnownJoined(host_id, guest, move, place)


def part_again(shop: Shop, joined: KnownJoined) -> None:
    """Undo that somebody came into a household.

    Raises:
        RefusedError: it was undone already, or somebody has moved on since.
    """
    with shop.storage.transaction():
        if joined.before is not None:
            edit_member(shop, joined.host, joined.before)
        undo_move(shop, joined.move)


def give_card(shop: Shop, customer_id: int, being: int, code: str) -> CardGiven:
    """Give somebody at home a card of their own; they are a customer from then on.

    Raises:
        BadInputError: a pet has no card.
        RefusedError: the card belongs to somebody else, or two at home have the same name.
        NotFoundError: there is no such customer, or nobody like that at home.
    """
    with shop.storage.transaction():
        member = member_of(shop, customer_of(shop, customer_id), being)
        if member.species.is_pet:
            raise BadInputError(N_("Only people have a card of their own."))
        if member.customer is not None:
            before = customer_of(shop, member.customer)
            edit_customer(shop, replace(before, card=code))
            return CardGiven(before)
        new = add_customer(shop, NewCustomer(member.name, say_as=member.say_as, card=code))
        move = join_households(shop, customer_id, new.id)
        if member_of(shop, customer_of(shop, customer_id), being).customer != new.id:
            raise RefusedError(
                N_("Two people at home are called {name}. Write their whole names first."),
                name=member.name,
            )
    return CardGiven(None, move)


def take_card_back(shop: Shop, given: CardGiven) -> None:
    """Undo that somebody got a card.

    Raises:
        RefusedError: they have used it, or moved since.
    """
    if given.before is not None:
        edit_customer(shop, given.before)
    elif given.move is not None:
        with shop.storage.transaction():
            undo_move(shop, given.move)
            forget_addition(shop, given.move.customer)


def bring_back(shop: Shop, customer_id: int, being: int) -> BroughtBack:
    """Take sad news back, however long ago it was told.

    Raises:
        RefusedError: nobody told us such a thing, or the household has changed again since.
        NotFoundError: there is no such customer.
    """
    with shop.storage.transaction():
        news = news_of(shop, customer_of(shop, customer_id), being)
        if news is None:
            raise RefusedError(N_("Nobody wrote down that they are gone, so there is no way back."))
        undo_sad_news(shop, news)
    return BroughtBack(news.customer, news.being, news.how)


def undo_bring_back(shop: Shop, back: BroughtBack) -> SadNews:
    """They are gone, as it was told before.

    Raises:
        RefusedError: we know that already.
    """
    return sad_news(shop, back.customer, back.being, back.how)


def _place_of(shop: Shop, customer_id: int, guest_id: int) -> HouseholdMember | None:
    members = shop.storage.people.members(customer_of(shop, customer_id).household)
    return next((one for one in members if one.customer == guest_id), None)
