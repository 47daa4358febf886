"""What a customer allows us to keep: asked kind by kind, taken back at once.

The answer about being remembered is also kept with the customer (`Customer.remember`), because
every card needs it; both are written together. Nobody has asked yet: what people tell at a counter
may be noted down, but nothing about health in so many words, no photo and no message. A no hides
what is kept from the card the moment it is said; it deletes nothing, so that a slip of the finger
can be undone. Erasing is another deed.

Allergies are never kept as an illness: without a yes to health only what to avoid is written down,
for the cashier's eyes.
"""

from dataclasses import replace

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_, Phrase, words
from pos_companion.insight.facts import as_written
from pos_companion.model.consent import Consent, ConsentKind, Consents
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import Customer
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line

HEALTH_KINDS = frozenset({FactKind.ALLERGY, FactKind.DIET, FactKind.FAITH})
"""What is told about health and faith, as little of it as keeps a gift from hurting."""

CONSENT_LABELS = {
    ConsentKind.MEMORY: N_("Remembering more than name and visits"),
    ConsentKind.FAMILY: N_("Family & pets"),
    ConsentKind.PHOTO: N_("A photo"),
    ConsentKind.HEALTH: N_("Allergies and diets"),
    ConsentKind.MESSAGES: N_("Cards and messages"),
}
"""What each kind is called, for sheets and printouts."""

_SAID_NO = {
    ConsentKind.MEMORY: N_("They said no to us remembering more than name and visits."),
    ConsentKind.FAMILY: N_("They said no to us remembering their family and pets."),
    ConsentKind.PHOTO: N_("They said no to a photo."),
    ConsentKind.HEALTH: N_("They said no to us remembering allergies and diets."),
    ConsentKind.MESSAGES: N_("They said no to cards and messages."),
}
_NOT_ASKED = {
    ConsentKind.PHOTO: N_("Nobody has asked them about a photo yet. Ask first."),
    ConsentKind.HEALTH: N_("Nobody has asked them about allergies and diets yet. Ask first."),
    ConsentKind.MESSAGES: N_("Nobody has asked them about cards and messages yet. Ask first."),
}


def consents(shop: Shop, customer_id: int) -> Consents:
    """All answers of a customer.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = _customer(shop, customer_id)
    given = {one.kind: one for one in shop.storage.consents.of(customer_id)}
    kept = given.get(ConsentKind.MEMORY)
    if kept is None or kept.answer != customer.remember:
        # A file or an older version wrote the answer with the customer alone.
        given[ConsentKind.MEMORY] = Consent(customer_id, ConsentKind.MEMORY, customer.remember)
    return Consents(customer_id, given)


def set_consent(shop: Shop, customer_id: int, kind: ConsentKind, answer: bool | None) -> Consent:
    """Keep what a customer said when asked; it counts from this moment on.

    Args:
        answer: None puts it back to "nobody has asked".

    Returns:
        The answer there was before, for `undo_consent`.

    Raises:
        NotFoundError: there is no such customer.
    """
    with shop.storage.transaction():
        before = consents(shop, customer_id).about(kind)
        day = None if answer is None else shop.today
        _write(shop, Consent(customer_id, kind, answer, day, shop.staff if day else ""))
        _note(shop, "set_consent", customer_id, kind, answer)
    return before


def undo_consent(shop: Shop, before: Consent) -> None:
    """Put back the answer there was."""
    with shop.storage.transaction():
        _write(shop, before)
        _note(shop, "undo_consent", before.customer, before.kind, before.answer)


def keep_memory_answer(shop: Shop, customer: Customer) -> None:
    """Write down who asked and when, beside a customer whose `remember` has just been written.

    Call it inside the transaction that wrote the customer.
    """
    day = None if customer.remember is None else shop.today
    shop.storage.consents.put(
        Consent(customer.id, ConsentKind.MEMORY, customer.remember, day, shop.staff)
    )


def require_consent(shop: Shop, customer_id: int, kind: ConsentKind) -> None:
    """Go on only when things of this kind may be kept.

    Raises:
        RefusedError: they said no, or it needs a yes and nobody has asked.
        NotFoundError: there is no such customer.
    """
    refuse_without(consents(shop, customer_id), kind)


def refuse_without(given: Consents, kind: ConsentKind) -> None:
    """The same for answers that were read already.

    Raises:
        RefusedError: as above.
    """
    if given.allows(kind):
        return
    if given.about(ConsentKind.MEMORY).answer is False:
        raise RefusedError(_SAID_NO[ConsentKind.MEMORY])
    raise RefusedError((_SAID_NO if given.refuses(kind) else _NOT_ASKED)[kind])


def as_allowed(given: Consents, fact: Fact) -> Fact:
    """A fact as it may be kept: health only as what to avoid unless they said yes, never aloud.

    Raises:
        RefusedError: they said no to being remembered, to their family being remembered when it
            is about somebody else, or to anything about health when it is about that.
    """
    refuse_without(given, ConsentKind.MEMORY)
    if fact.about is not None:
        refuse_without(given, ConsentKind.FAMILY)
    if fact.kind not in HEALTH_KINDS:
        return fact
    if given.refuses(ConsentKind.HEALTH):
        raise RefusedError(_SAID_NO[ConsentKind.HEALTH])
    if fact.discretion is Discretion.SAY:
        fact = replace(fact, discretion=Discretion.KNOW)
    if given.allows(ConsentKind.HEALTH) or not fact.subject:
        return fact
    avoid = Phrase(N_("avoid: {what}"), {"what": as_written(fact) or fact.subject})
    return replace(fact, text=plain_line(words(avoid)))


def _customer(shop: Shop, customer_id: int) -> Customer:
    customer = shop.storage.people.get(customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    return customer


def _write(shop: Shop, consent: Consent) -> None:
    shop.storage.consents.put(consent)
    customer = _customer(shop, consent.customer)
    if consent.kind is ConsentKind.MEMORY:
        customer = replace(customer, remember=consent.answer)
        shop.storage.people.change(customer, shop.clock.now())
    elif consent.kind is ConsentKind.FAMILY:
        # Nobody is found by their dog any more.
        shop.storage.people.reindex(customer)


def _note(shop: Shop, deed: str, customer: int, kind: ConsentKind, answer: bool | None) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, customer=customer, kind=kind.value, answer=answer
    )
