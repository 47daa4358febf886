"""What they told us, worded for today: a statement, or a question once it is old.

How old a fact may be says the table `MANNERS`. A question is never said aloud and never used in a
spoken sentence. An allergy keeps gifts back however old it is: to be wrong about it is dangerous in
one direction only, so it holds until they say otherwise, and the card says so.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from pos_companion.i18n import N_, NearDay, Phrase
from pos_companion.i18n.vocabulary import fold
from pos_companion.model.card import ShownFact
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import HouseholdMember

_ASKED = {
    FactKind.LIKE: N_("Still likes {what}?"),
    FactKind.DISLIKE: N_("Still does not like {what}?"),
    FactKind.ALLERGY: N_("Still has to avoid {what}?"),
}
_ASKED_ABOUT = {
    FactKind.LIKE: N_("Does {who} still like {what}?"),
    FactKind.DISLIKE: N_("Does {who} still not like {what}?"),
    FactKind.ALLERGY: N_("Does {who} still have to avoid {what}?"),
}
_ASKED_WHOLE = {
    FactKind.MATTERS: N_("Does this still matter? “{text}”"),
    FactKind.WORRY: N_("Is this still a worry? “{text}”"),
}
_STILL_TRUE = N_("Still true? “{text}”")
_WORD = re.compile(r"\w+")
_TENDER, _MATTERS, _UNUSED, _USED, _QUESTION = range(5)


def facts_shown(
    facts: Iterable[Fact], members: Sequence[HouseholdMember], today: date
) -> tuple[ShownFact, ...]:
    """The facts for a card, in words and in their order.

    Args:
        facts: open ones of one customer, newest first.
        members: everybody at home; nothing is shown about those who are gone or moved out.

    Returns:
        Without Locked facts and tender times that have passed. First what is tender, then what
        matters to them, then what nobody has used yet, then what was used, least lately first;
        what has to be asked again stands last.
    """
    around = {None, *(member.id for member in members if not member.gone)}
    names = {member.id: member.name for member in members}
    shown = [
        shown_fact(fact, today, names.get(fact.about or 0, ""))
        for fact in facts
        if fact.discretion is not Discretion.LOCKED
        and not fact.is_over(today)
        and fact.about in around
    ]
    return tuple(sorted(shown, key=_rank))


def shown_fact(fact: Fact, today: date, who: str = "") -> ShownFact:
    """One fact as it is worded today.

    Args:
        who: the name of the member it is about; empty for the customer.
    """
    if not fact.is_stale(today):
        return ShownFact(fact, _statement(fact, who), source=_source(fact, today))
    in_force = fact.kind is FactKind.ALLERGY
    note = Phrase(N_("It is kept out of gifts until they say otherwise.")) if in_force else None
    return ShownFact(fact, _question(fact, who), True, _source(fact, today), note)


def may_be_spoken(fact: Fact, today: date) -> bool:
    """Whether a sentence to the customer may be made from it: Say, sure, and not a tender time."""
    return (
        fact.discretion is Discretion.SAY
        and fact.wrong_on is None
        and fact.kind is not FactKind.TENDER
        and not fact.is_stale(today)
    )


def as_written(fact: Fact) -> str:
    """The subject as it stands in the text ("Roggen" for roggen); empty when it is not there."""
    count = len(_WORD.findall(fact.subject))
    words = list(_WORD.finditer(fact.text))
    for at in range(len(words) - count + 1) if count else ():
        piece = fact.text[words[at].start() : words[at + count - 1].end()]
        if fold(piece) == fact.subject:
            return piece
    return ""


def _statement(fact: Fact, who: str) -> Phrase:
    if who and fold(who) not in fold(fact.text):
        return Phrase(N_("{who}: {text}"), {"who": who, "text": fact.text})
    return Phrase("{text}", {"text": fact.text})


def _question(fact: Fact, who: str) -> Phrase:
    what = as_written(fact)
    if what and fact.kind in _ASKED:
        texts = _ASKED_ABOUT if who else _ASKED
        return Phrase(texts[fact.kind], {"who": who, "what": what})
    return Phrase(_ASKED_WHOLE.get(fact.kind, _STILL_TRUE), {"text": _statement(fact, who)})


def _source(fact: Fact, today: date) -> Phrase | None:
    since = fact.heard_on
    if since is None:
        return None
    values = {"who": fact.heard_by, "source": fact.told_by, "day": NearDay(since, today)}
    if not fact.heard_by:
        return Phrase(N_("Heard {day}"), values)
    if fact.told_by:
        return Phrase(N_("{who} heard it from {source}, {day}"), values)
    return Phrase(N_("{who} heard it, {day}"), values)


def _rank(shown: ShownFact) -> tuple[int, date, int]:
    fact = shown.fact
    if fact.kind is FactKind.TENDER:
        place = _TENDER
    elif shown.is_question:
        place = _QUESTION
    elif fact.kind is FactKind.MATTERS:
        place = _MATTERS
    else:
        place = _UNUSED if fact.used_on is None else _USED
    return place, fact.used_on or date.min, -fact.n
