"""What to ask about later: "ask about Lisbon", written down today."""

from dataclasses import dataclass
from datetime import date, timedelta

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.insight.prompts import FOLLOW_UP, first_day_to_ask
from pos_companion.model.care import Thread
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion
from pos_companion.model.people import Customer
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.consents import require_consent
from pos_companion.services.sign_in import require

LONGEST = 200
_LONGEST_WAIT = timedelta(days=366)
_FAR = timedelta(days=3660)


@dataclass(frozen=True)
class NewThread:
    """Something with a sequel, as it is written down.

    Attributes:
        question: one open question, as it will be said.
        about: the member it is about; None for the customer.
        starts, ends: first and last day; one day has only a start.
        follow_up: how long after a single day to ask; the usual week when None.
        discretion: Say when they brought up a delicate subject themselves.
    """

    customer: int
    question: str
    about: int | None = None
    starts: date | None = None
    ends: date | None = None
    follow_up: timedelta | None = None
    discretion: Discretion = Discretion.KNOW


def open_thread(shop: Shop, new: NewThread) -> Thread:
    """Keep something to ask about on the first visit after it is over.

    Raises:
        BadInputError: there is no question, it is too long, or its days cannot be.
        NotFoundError: the customer or the member is not in the records.
        RefusedError: they do not want it remembered.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    question = _question(new.question)
    starts, ends = new.starts or new.ends, new.ends or new.starts
    _refuse_strange_days(shop, starts, ends)
    after = FOLLOW_UP if new.follow_up is None else new.follow_up
    if not timedelta(0) <= after <= _LONGEST_WAIT:
        raise BadInputError(N_("Ask about it on the same day or within a year."))
    _refuse_unknown_people(shop, new)
    require_consent(
        shop, new.customer, ConsentKind.MEMORY if new.about is None else ConsentKind.FAMILY
    )
    with shop.storage.transaction():
        thread = shop.storage.care.add_thread(
            Thread(
                customer=new.customer,
                n=0,
                question=question,
                heard_by=shop.staff,
                heard_on=shop.today,
                ask_from=first_day_to_ask(shop.today, starts, ends, after),
                about=new.about,
                starts=starts,
                ends=ends,
                discretion=new.discretion,
            )
        )
        _note(shop, "open_thread", thread)
    return thread


def drop_thread(shop: Shop, thread: Thread) -> None:
    """Take back what was written down a moment ago.

    Raises:
        RefusedError: it has changed since.
    """
    with shop.storage.transaction():
        if shop.storage.care.thread(thread.customer, thread.n) != thread:
            raise RefusedError(N_("A colleague was quicker: this is settled already."))
        shop.storage.care.drop(thread.customer, "thread", thread.n)
        _note(shop, "drop_thread", thread)


def _question(text: str) -> str:
    question = plain_line(text)
    if not question:
        raise BadInputError(N_("There is nothing to ask yet. Write the question."))
    if len(question) > LONGEST:
        raise BadInputError(N_("That is too long for a question. Keep it under 200 letters."))
    refuse_payment_cards(question)
    return question


def _refuse_strange_days(shop: Shop, starts: date | None, ends: date | None) -> None:
    if starts is None or ends is None:
        return
    if ends < starts:
        raise BadInputError(N_("It ends before it starts. Look at the days again."))
    if any(abs(day - shop.today) > _FAR for day in (starts, ends)):
        raise BadInputError(N_("That is more than ten years away. Look at the days again."))


def _refuse_unknown_people(shop: Shop, new: NewThread) -> None:
    customer = shop.storage.people.get(new.customer)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    if new.about is not None and not _is_around(shop, customer, new.about):
        raise NotFoundError(N_("Nobody like that is around this customer."))


def _is_around(shop: Shop, customer: Customer, being: int) -> bool:
    around = shop.storage.people.members(customer.household)
    return any(member.id == being and not member.gone for member in around)


def _note(shop: Shop, deed: str, thread: Thread) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, customer=thread.customer, thread=thread.n
    )
