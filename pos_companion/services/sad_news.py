"""Somebody is no longer with us, or not part of the family any more: it becomes quiet at once.

No celebration, question or script speaks of them again; one line on the cards of those who lived
with them says so for a year. All of it can be taken back.
"""

import calendar
from collections.abc import Iterable
from datetime import date

from pos_companion.errors import BadInputError, RefusedError
from pos_companion.i18n import N_, Phrase, words
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import Customer, Gone, HouseholdMember, SadNews
from pos_companion.services import Shop
from pos_companion.services.at_home import customer_of, member_of, note
from pos_companion.services.finding import display_name
from pos_companion.storage.sad_news import Silenced

# Translators: read by the cashier, never said. {name} died, or is not part of the family any more.
_DO_NOT_ASK = N_("Don’t ask about {name}.")
_IN_WHICH_WAY = N_("Say whether they died or are not part of the family any more.")


def sad_news(shop: Shop, customer_id: int, being: int | None, how: Gone) -> SadNews:
    """Somebody is gone.

    A member who is a customer too and left the family moves out of the household.

    Args:
        being: the member it is about; None when the customer themself died.
        how: who died is silent in every household, who left in this one alone.

    Raises:
        BadInputError: it is not said in which way they are gone, or the customer left themself.
        RefusedError: we know that already.
        NotFoundError: there is no such customer, or nobody like that at home.
    """
    if how is Gone.NO or (being is None and how is Gone.LEFT):
        raise BadInputError(_IN_WHICH_WAY)
    with shop.storage.transaction():
        customer = customer_of(shop, customer_id)
        if being is None:
            news = _customer_died(shop, customer, customer)
        else:
            news = _member_gone(shop, customer, member_of(shop, customer, being), how)
        note(shop, "sad_news", customer=customer_id, being=being)
    return news


def undo_sad_news(shop: Shop, news: SadNews) -> None:
    """Take sad news back, right then or much later: everybody is around as before.

    Raises:
        RefusedError: it was taken back already, or the household has changed again since.
    """
    storage = shop.storage
    with storage.transaction():
        silenced = storage.sad_news.silenced(news)
        if silenced is None:
            raise RefusedError(N_("This was taken back already."))
        storage.sad_news.take_back(news, silenced, shop.clock.now())
        if news.move is not None and not storage.moves.undo(news.move, shop.clock.now()):
            raise RefusedError(
                N_("These households have changed again since. Undo the later change first.")
            )
        for customer, n in silenced.facts:
            storage.care.drop(customer, "fact", n)
        note(shop, "undo_sad_news", customer=news.customer, being=news.being)


def sad_news_of(shop: Shop, customer_id: int) -> tuple[SadNews, ...]:
    """The sad news told on a customer's card that were not taken back, the latest first."""
    return shop.storage.sad_news.of(customer_id)


def _member_gone(shop: Shop, customer: Customer, member: HouseholdMember, how: Gone) -> SadNews:
    if member.customer == customer.id and how is Gone.LEFT:
        raise BadInputError(_IN_WHICH_WAY)
    if member.gone:
        raise RefusedError(N_("We know that already: nobody speaks of {name}."), name=member.name)
    other = None if member.customer is None else shop.storage.people.get(member.customer)
    if other is not None and how is Gone.DIED:
        return _customer_died(shop, customer, other, member)
    drawer, home = shop.storage.sad_news, customer.household or 0
    news = SadNews(customer.id, 0, member.id, how, shop.today)
    if other is not None and other.id != customer.id and other.household == home:
        move = shop.storage.moves.split(other, (), (), shop.clock.now(), shop.today)
        facts = _say_so(shop, shop.storage.people.living_in(home), member.name)
        return drawer.keep(
            SadNews(customer.id, 0, member.id, how, shop.today, move), Silenced((), facts)
        )
    marked = drawer.silence_member(home, member.id, how, shop.today)
    homes = {household for household, _ in marked}
    living = {one for household in homes for one in shop.storage.people.living_in(household)}
    return drawer.keep(news, Silenced(marked, _say_so(shop, living, member.name)))


def _customer_died(
    shop: Shop, told: Customer, who: Customer, member: HouseholdMember | None = None
) -> SadNews:
    """Args: told: on whose card it was said."""
    if who.gone:
        name = words(display_name(who))
        raise RefusedError(N_("We know that already: nobody speaks of {name}."), name=name)
    people = shop.storage.people
    before = (who.id, who.no_celebrations, who.no_offers)
    marked = shop.storage.sad_news.silence_customer(who, shop.today, shop.clock.now())
    homes = {household for household, _ in marked} | {who.household}
    living = {who.id} | {one for home in homes for one in people.living_in(home)}
    name = member.name if member is not None else words(display_name(who))
    silenced = Silenced(marked, _say_so(shop, living, name), (before,))
    being = None if member is None else member.id
    news = SadNews(told.id, 0, being, Gone.DIED, shop.today)
    return shop.storage.sad_news.keep(news, silenced)


def _say_so(shop: Shop, customers: Iterable[int], name: str) -> tuple[tuple[int, int], ...]:
    """One line for a year on each card; never spoken."""
    text = words(Phrase(_DO_NOT_ASK, {"name": name}))
    kept = []
    for customer in sorted(set(customers)):
        fact = Fact(
            customer=customer,
            n=0,
            kind=FactKind.NOTE,
            text=text,
            discretion=Discretion.KNOW,
            heard_by=shop.staff,
            heard_on=shop.today,
            until=_a_year_after(shop.today),
        )
        kept.append((customer, shop.storage.care.add_fact(fact).n))
    return tuple(kept)


def _a_year_after(day: date) -> date:
    last = calendar.monthrange(day.year + 1, day.month)[1]
    return day.replace(year=day.year + 1, day=min(day.day, last))
