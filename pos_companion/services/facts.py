"""Facts after they were told: used, still true, wrong, worded anew; each can be taken back."""

from dataclasses import dataclass, replace
from datetime import date

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.i18n.vocabulary import fold
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.consents import as_allowed, consents
from pos_companion.services.sign_in import allowed, require

LONGEST_NOTE = 4000


@dataclass(frozen=True)
class FactChange:
    """What became of a fact; the way back needs both."""

    before: Fact
    after: Fact


@dataclass(frozen=True)
class Correction:
    """What is to be different about a fact; None leaves it as it is.

    Attributes:
        subject: of likes, allergies and diets; folded when it is kept.
    """

    text: str | None = None
    kind: FactKind | None = None
    subject: str | None = None
    discretion: Discretion | None = None
    until: date | None = None


def keep_fact(shop: Shop, fact: Fact) -> Fact:
    """Keep a new fact, as far as they allow it; call it in the transaction of the whole deed.

    Raises:
        BadInputError: there is nothing in it, it is too long, or holds a payment card number.
        RefusedError: they do not want this kind of thing remembered.
        NotFoundError: there is no such customer.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    allowed = as_allowed(consents(shop, fact.customer), _checked(fact))
    with shop.storage.transaction():
        kept = shop.storage.care.add_fact(allowed)
        _note(shop, "told", kept)
    return kept


def drop_fact(shop: Shop, fact: Fact) -> None:
    """Take back a fact that was kept a moment ago; one that is gone already is no trouble.

    Raises:
        RefusedError: it has changed since.
    """
    with shop.storage.transaction():
        known = shop.storage.care.fact(fact.customer, fact.n)
        if known is None:
            return
        if known != fact:
            raise _changed_since()
        shop.storage.care.drop(fact.customer, "fact", fact.n)
        _note(shop, "untold", fact)


def use_fact(shop: Shop, customer_id: int, n: int) -> FactChange:
    """It helped somebody to serve them today.

    Raises:
        NotFoundError: there is no such fact, or it was said not to be so.
    """
    fact = _open(shop, customer_id, n)
    used = replace(fact, used_on=shop.today, first_used=fact.served_since or shop.today)
    return _kept(shop, "use_fact", fact, used)


def confirm_fact(shop: Shop, customer_id: int, n: int) -> FactChange:
    """They said that it is still true: a question is a statement again.

    Raises:
        NotFoundError: as above.
    """
    fact = _open(shop, customer_id, n)
    return _kept(shop, "confirm_fact", fact, replace(fact, confirmed_on=shop.today))


def fact_is_wrong(shop: Shop, customer_id: int, n: int) -> FactChange:
    """They said that it is not so: never shown or used again; the history keeps it.

    Raises:
        NotFoundError: as above.
    """
    fact = _open(shop, customer_id, n)
    wrong = replace(fact, wrong_by=shop.staff, wrong_on=shop.today)
    return _kept(shop, "fact_is_wrong", fact, wrong)


def change_fact(shop: Shop, customer_id: int, n: int, correction: Correction) -> FactChange:
    """Word a fact anew, or change its kind or who may learn it.

    Raises:
        NotFoundError: as above.
        BadInputError, RefusedError: as for a new fact.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    fact = _open(shop, customer_id, n)
    values = {name: value for name, value in vars(correction).items() if value is not None}
    changed = _checked(replace(fact, **values))
    if not {"subject", "kind"} & values.keys() and changed.text != fact.text:
        # Of a text worded anew nobody knows whether it still speaks of the same thing.
        still_there = fact.subject and fact.subject in fold(changed.text)
        changed = replace(changed, subject=fact.subject if still_there else "")
    allowed = as_allowed(consents(shop, customer_id), changed)
    return _kept(shop, "change_fact", fact, allowed)


def undo_fact(shop: Shop, change: FactChange) -> None:
    """Put a fact back to what it was, to the letter.

    Raises:
        RefusedError: it has changed since.
    """
    with shop.storage.transaction():
        if shop.storage.care.fact(change.after.customer, change.after.n) != change.after:
            raise _changed_since()
        shop.storage.care.keep_fact(change.before)
        _note(shop, "undo_fact", change.before)


def history(shop: Shop, customer_id: int) -> tuple[Fact, ...]:
    """Everything they ever told us, newest first; what was not so as well.

    What is Locked is for whoever was told it, and for those who may see all that we keep.
    """
    told = shop.storage.care.all_facts(customer_id)
    if allowed(shop, Right.EXPORT):
        return told
    return tuple(
        fact
        for fact in told
        if fact.discretion is not Discretion.LOCKED or (shop.staff and fact.heard_by == shop.staff)
    )


def _checked(fact: Fact) -> Fact:
    text = plain_line(fact.text)
    if not text:
        raise BadInputError(N_("There is nothing to keep yet. Write what they told you."))
    if len(text) > LONGEST_NOTE:
        raise BadInputError(N_("That is too long for a note. Keep it under 4,000 letters."))
    refuse_payment_cards(text, fact.told_by)
    told_by = plain_line(fact.told_by)
    return replace(fact, text=text, subject=fold(plain_line(fact.subject)), told_by=told_by)


def _open(shop: Shop, customer_id: int, n: int) -> Fact:
    fact = shop.storage.care.fact(customer_id, n)
    if fact is None or fact.wrong_on is not None:
        raise NotFoundError(N_("This is not in the records any more."))
    return fact


def _kept(shop: Shop, deed: str, before: Fact, after: Fact) -> FactChange:
    with shop.storage.transaction():
        if shop.storage.care.fact(before.customer, before.n) != before:
            raise _changed_since()
        shop.storage.care.keep_fact(after)
        _note(shop, deed, after)
    return FactChange(before, after)


def _changed_since() -> RefusedError:
    return RefusedError(N_("A colleague was quicker: this has changed since."))


def _note(shop: Shop, deed: str, fact: Fact) -> None:
    shop.storage.audit.note(shop.clock.now(), shop.staff, deed, customer=fact.customer, fact=fact.n)
