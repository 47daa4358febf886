"""Does a gift suit whom it is for? Read from typed Facts, age and species.

Whoever stands at the counter may pass over it for a reason they choose (`Facts.waived`); never over
an age, nor over what the shop gives nobody.

An allergy of anybody at home keeps a gift back, for it goes home; dislikes, diets and limits of
faith only for the one it is meant for. Locked Facts keep back without being named, and so does
what another customer at home told: it is not ours to show on this card.

How old a Fact may be: an allergy, a diet and a limit of faith hold until somebody says otherwise,
for a gift too few harms nobody; a dislike that is older than its limit keeps nothing back.
"""

from collections.abc import Iterable
from datetime import date

from pos_companion.i18n import N_, NearDay, Phrase
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import Species
from pos_companion.rules.facts import Answer, Facts, Verdict
from pos_companion.rules.occasions import SELF, Being, being_key
from pos_companion.rules.tags import NOT_FOR_ANIMALS, kept_back_by_diet, meanings, of_tags

UNSUITABLE = "unsuitable"

_SPECIES_TAGS = frozenset({"dog", "cat", "pet"})
_FOR_SPECIES = {
    "dog": N_("“{gift}” is for dogs; this is for {who}."),
    "cat": N_("“{gift}” is for cats; this is for {who}."),
    "pet": N_("“{gift}” is for pets; this is for {who}."),
}
_FOR_ONE = frozenset({FactKind.DISLIKE, FactKind.DIET, FactKind.FAITH})
_SAY = Discretion.SAY
_AGE_OF_TOYS = 3
_AGE_OF_ALCOHOL = 18


def suits(gift: str, tags: frozenset[str], facts: Facts) -> Answer:
    """Judge something with tags for the one an Offer is being looked for.

    Returns:
        Yes; or no with code `unsuitable`, `private` when a Fact keeps it back.
    """
    contains = of_tags(tags)
    if of_tags(frozenset(facts.shop.banned_tags)) & contains:
        text = N_("The shop gives nothing like “{gift}” away.")
        return Answer.of(False, text, gift=gift).coded(UNSUITABLE)
    for fact in () if facts.waived else facts.known:
        refusal = _kept_back(gift, contains, fact, facts)
        if refusal is not None:
            return refusal
    text = _wrong_age(contains, facts)
    if not text and not facts.waived:
        text = _wrong_species(contains, facts)
    if text:
        return Answer.of(False, text, gift=gift, who=facts.receiver.called).coded(UNSUITABLE)
    return Answer.of(True, N_("“{gift}” suits them"), gift=gift)


def is_liked(tags: frozenset[str], facts: Facts) -> bool:
    """Whether the one it is for likes what the tags say."""
    contains = of_tags(tags)
    return any(
        fact.kind is FactKind.LIKE
        and fact.discretion is not Discretion.LOCKED
        and not fact.is_stale(facts.today)
        and _key_of(fact, facts) == facts.receiver.key
        and contains & meanings(fact.subject)
        for fact in facts.known
    )


def _kept_back(gift: str, contains: frozenset[str], fact: Fact, facts: Facts) -> Answer | None:
    told = fact.subject or fact.text
    if fact.kind is FactKind.ALLERGY:
        clash = meanings(told) & contains
    elif fact.kind in _FOR_ONE and not _has_faded(fact, facts.today):
        clash = kept_back_by_diet(told) & contains
        clash = clash if _key_of(fact, facts) == facts.receiver.key else frozenset()
    else:
        return None
    if not clash or _is_gone(fact, facts):
        return None
    return Answer(Verdict.NO, _in_words(gift, clash, fact, facts), code=UNSUITABLE, private=True)


def _has_faded(fact: Fact, today: date) -> bool:
    return fact.kind is FactKind.DISLIKE and fact.is_stale(today)


def _in_words(gift: str, clash: frozenset[str], fact: Fact, facts: Facts) -> Phrase:
    told_here = fact.customer == facts.customer.id
    if fact.discretion is Discretion.LOCKED or not (told_here or fact.discretion is _SAY):
        return Phrase(N_("“{gift}” is left out for a private reason."), {"gift": gift})
    being = facts.beings.get(_key_of(fact, facts) or "")
    values: dict[str, object] = {
        "gift": gift,
        "who": being.called if being else Phrase(N_("Somebody at home")),
        "subject": fact.subject or fact.text,
        "fact": fact.n,
        "heard_on": fact.heard_on,
    }
    if fact.is_stale(facts.today):
        values["day"] = NearDay(fact.sure_since or facts.today, facts.today)
        return Phrase(
            N_("Ask {who} about “{subject}” again, heard {day}. Until then “{gift}” is left out."),
            values,
        )
    if fact.kind is FactKind.ALLERGY:
        return Phrase(_allergy(clash, fact), values)
    if fact.kind is FactKind.DISLIKE:
        return Phrase(N_("{who} does not like this ({subject}), so “{gift}” is left out."), values)
    return Phrase(N_("{who} does not have this ({subject}), so “{gift}” is left out."), values)


def _allergy(clash: frozenset[str], fact: Fact) -> str:
    if "nuts" not in clash:
        return N_("{who} has an allergy ({subject}), so “{gift}” is left out.")
    if "peanut" in (fact.subject or fact.text).casefold():
        return N_("{who} has a peanut allergy, so nuts are left out.")
    return N_("{who} has a nut allergy, so nuts are left out.")


def _key_of(fact: Fact, facts: Facts) -> str | None:
    """Whom a Fact is about; None when it is not known who that is."""
    if fact.about is None and fact.customer == facts.customer.id:
        return SELF
    for member in facts.members:
        if fact.about == member.id or (fact.about is None and fact.customer == member.customer):
            return SELF if member.customer == facts.customer.id else being_key(member.id)
    return None


def _is_gone(fact: Fact, facts: Facts) -> bool:
    key = _key_of(fact, facts)
    return key is not None and key not in facts.beings


def _wrong_species(contains: frozenset[str], facts: Facts) -> str:
    receiver = facts.receiver
    meant = sorted(contains & _SPECIES_TAGS)
    if not meant:
        unfit = receiver.species.is_pet and contains & NOT_FOR_ANIMALS
        return N_("“{gift}” is not for animals; this is for {who}.") if unfit else ""
    # Without a celebration a gift for the customer may be one for the animal at home.
    takes_home = facts.celebration is None and receiver.key == SELF
    beings: Iterable[Being] = facts.beings.values() if takes_home else (receiver,)
    fits = any(tag in _tags_of(being.species) for being in beings for tag in meant)
    return "" if fits else _FOR_SPECIES[meant[0]]


def _tags_of(species: Species) -> frozenset[str]:
    return frozenset({species.value, "pet"}) if species.is_pet else frozenset()


def _wrong_age(contains: frozenset[str], facts: Facts) -> str:
    receiver = facts.receiver
    age = _age(receiver, facts)
    if "alcohol" in contains and (
        receiver.species is Species.CHILD or (age is not None and age < _AGE_OF_ALCOHOL)
    ):
        return N_("“{gift}” is never for anybody under age; this is for {who}.")
    if "toy" in contains and age is not None and age < _AGE_OF_TOYS:
        return N_("“{gift}” is not for the very small; this is for {who}.")
    return ""


def _age(being: Being, facts: Facts) -> int | None:
    """Years completed for certain; None when the year of birth is not known."""
    for occasion in facts.occasions:
        born = occasion.celebration.date
        if (
            isinstance(born, PartialDate)
            and occasion.being.key == being.key
            and occasion.celebration.kind is CelebrationKind.BIRTHDAY
            and born.year is not None
        ):
            had_it = _comes_first(born.month or 12, born.day or 31, facts.today)
            return facts.today.year - born.year - (0 if had_it else 1)
    return None


def _comes_first(month: int, day: int, today: date) -> bool:
    return (month, day) <= (today.month, today.day)
