"""What we owe: one owner, one date, and no silence until the outcome has been told.

A concern cannot exist without somebody who looks after it, and cannot be closed without an outcome
and how the customer was told. Every deed hands back what it changed, so that it can be undone
exactly.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_, Phrase, words
from pos_companion.model.care import UPDATE_EVERY, Channel, Concern, Severity, Update, UpdateKind
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.promises import (
    colleague_named,
    needed_text,
    owner_of,
    plain_text,
    promised_day,
)
from pos_companion.services.sign_in import require


@dataclass(frozen=True)
class NewConcern:
    """What somebody at the counter wrote down.

    Attributes:
        customer: whose it is.
        title: what happened, or what was asked.
        promise: what we said we would do.
        due: the day it is promised for.
        owner: who looks after it; empty for whoever is at the counter.
        words: what to say to the customer; empty for the usual words.
        is_question: nothing went wrong; they wait for an answer.
        severity: how much it weighs.
    """

    customer: int
    title: str
    promise: str
    due: date
    owner: str = ""
    words: str = ""
    is_question: bool = False
    severity: Severity = Severity.SMALL


@dataclass(frozen=True)
class ConcernChange:
    """What a deed did to a concern; `before` is None when it was opened."""

    before: Concern | None
    after: Concern


def open_concern(shop: Shop, new: NewConcern) -> ConcernChange:
    """Write down something we owe.

    Raises:
        BadInputError: nothing happened, nothing is promised, nobody looks after it, or the day is
            gone by.
        NotFoundError: there is no such customer.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    owner = owner_of(shop, new.owner)
    title = needed_text(new.title, N_("What happened? A few words are enough."))
    promise = needed_text(new.promise, N_("What did we promise? A few words are enough."))
    due = promised_day(shop, new.due)
    if shop.storage.people.get(new.customer) is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    opened = Update(UpdateKind.OPENED, shop.today, owner, promise, until=due)
    concern = Concern(
        customer=new.customer,
        n=0,
        title=title,
        promise=promise,
        owner=owner,
        due=due,
        opened_on=shop.today,
        words=plain_text(new.words),
        next_update_due=shop.today + UPDATE_EVERY,
        first_owner=owner,
        is_question=new.is_question,
        severity=new.severity,
        log=(opened,),
    )
    with shop.storage.transaction():
        kept = shop.storage.concerns.add(concern)
        _note(shop, "concern_opened", kept)
    return ConcernChange(None, kept)


def ask_for_them(shop: Shop, customer: int, question: str, owner: str, due: date) -> ConcernChange:
    """Promise a customer an answer that nobody at the counter knows.

    Raises:
        BadInputError, NotFoundError: as `open_concern`.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    promise = words(Phrase(N_("we find out and tell them")))
    new = NewConcern(customer, question, promise, due, owner, is_question=True)
    return open_concern(shop, new)


def put_right(shop: Shop, concern: Concern) -> ConcernChange:
    """Close what we owed: it was put right just now, before their eyes.

    Raises:
        RefusedError: a colleague closed it meanwhile.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    return close_concern(shop, concern, concern.promise or concern.title, Channel.IN_PERSON)


def close_concern(
    shop: Shop, concern: Concern, outcome: str, told: Channel | None, told_on: date | None = None
) -> ConcernChange:
    """Close what we owed with its outcome, once the customer has been told.

    Args:
        told_on: business date on which they were told; None for today.

    Raises:
        BadInputError: there is no outcome, they have not been told, or that day has not come.
        RefusedError: a colleague closed it meanwhile.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    day = told_on or shop.today
    outcome = needed_text(outcome, N_("How did it end? It is closed once there is an outcome."))
    if told is None:
        raise BadInputError(N_("It is closed once they have been told. How were they told?"))
    if not concern.opened_on <= day <= shop.today:
        raise BadInputError(N_("They can only have been told between the first day and today."))
    update = Update(UpdateKind.CLOSED, day, shop.staff, outcome, told=told)

    def closed(now: Concern) -> Concern:
        return replace(now, closed_on=day, next_update_due=None, log=(*now.log, update))

    return _change(shop, concern, "concern_closed", closed)


def reopen(shop: Shop, concern: Concern, why: str = "") -> ConcernChange:
    """Open again what was closed too early; the same owner looks after it, due today.

    Raises:
        RefusedError: it is open already.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    text = plain_text(why) or words(Phrase(N_("it is not settled yet")))
    update = Update(UpdateKind.REOPENED, shop.today, shop.staff, text)

    def opened(now: Concern) -> Concern:
        return replace(
            now,
            closed_on=None,
            due=max(now.due, shop.today),
            next_update_due=shop.today + UPDATE_EVERY,
            log=(*now.log, update),
        )

    return _change(shop, concern, "concern_reopened", opened, closed=True)


def promise_another_day(shop: Shop, concern: Concern, due: date, why: str) -> ConcernChange:
    """Promise it for another day; whoever stands at the counter has just told them so.

    Raises:
        BadInputError: no reason, or the day is gone by.
        RefusedError: a colleague closed it meanwhile.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    reason = needed_text(why, N_("Why another day? They will ask."))
    day = promised_day(shop, due)
    update = Update(
        UpdateKind.PROMISED, shop.today, shop.staff, reason, until=day, told=Channel.IN_PERSON
    )

    def moved(now: Concern) -> Concern:
        following = shop.today + UPDATE_EVERY
        return replace(now, due=day, next_update_due=following, log=(*now.log, update))

    return _change(shop, concern, "concern_promised", moved)


def hand_over(shop: Shop, concern: Concern, to: str, why: str) -> ConcernChange:
    """Let a colleague look after it from now on; who did at first stays to be seen.

    Raises:
        BadInputError: nobody to hand it to, they have it already, or no reason.
        RefusedError: a colleague closed it meanwhile.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    reason = needed_text(why, N_("Why is it handed on? One line, so that nobody wonders."))
    owner = colleague_named(to)
    if not owner:
        raise BadInputError(N_("Who looks after it from now on?"))
    if owner == concern.owner:
        raise BadInputError(N_("{name} looks after it already."), name=owner)
    update = Update(UpdateKind.HANDED, shop.today, shop.staff or concern.owner, reason, to=owner)

    def handed(now: Concern) -> Concern:
        first = now.first_owner or now.owner
        return replace(now, owner=owner, first_owner=first, log=(*now.log, update))

    return _change(shop, concern, "concern_handed", handed)


def note_news(
    shop: Shop, concern: Concern, text: str, told: Channel | None = None
) -> ConcernChange:
    """Write down what happened; once they have been told, they next hear in two days.

    Args:
        told: how the customer was told; None when they do not know yet.

    Raises:
        BadInputError: nothing happened.
        RefusedError: a colleague closed it meanwhile.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    line = needed_text(text, N_("What happened? A few words are enough."))
    update = Update(UpdateKind.NEWS, shop.today, shop.staff, line, told=told)

    def noted(now: Concern) -> Concern:
        following = shop.today + UPDATE_EVERY if told else now.next_update_due
        return replace(now, next_update_due=following, log=(*now.log, update))

    return _change(shop, concern, "concern_news", noted)


def take_back(shop: Shop, change: ConcernChange) -> None:
    """Undo a deed exactly: the concern is as it was, or was never written.

    Raises:
        RefusedError: somebody has changed it since.
    """
    before, after = change.before, change.after
    with shop.storage.transaction():
        if shop.storage.concerns.get(after.customer, after.n) != after:
            raise RefusedError(N_("It has been changed since. Nothing was undone."))
        if before is None:
            shop.storage.concerns.drop(after)
        else:
            shop.storage.concerns.put(before)
        _note(shop, "concern_undone", after)


def colleagues(shop: Shop) -> tuple[str, ...]:
    """Who can look after something, whoever is at the counter first."""
    names = [shop.staff, *shop.storage.concerns.colleagues()]
    return tuple(dict.fromkeys(name for name in names if name))


def _change(
    shop: Shop,
    concern: Concern,
    deed: str,
    changed: Callable[[Concern], Concern],
    closed: bool = False,
) -> ConcernChange:
    """Change a concern as it is in the records now.

    Args:
        closed: whether it has to be closed already.
    """
    with shop.storage.transaction():
        now = shop.storage.concerns.get(concern.customer, concern.n)
        if now is None or (now.closed_on is not None) is not closed:
            raise RefusedError(N_("A colleague was quicker: this is settled already."))
        after = changed(now)
        shop.storage.concerns.put(after)
        _note(shop, deed, after)
    return ConcernChange(now, after)


def _note(shop: Shop, deed: str, concern: Concern) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, customer=concern.customer, n=concern.n
    )
