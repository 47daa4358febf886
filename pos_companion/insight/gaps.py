"""What we do not know and would like to: each gap as a question to say.

A day is asked for when a rule or a celebration waits for it, a fact when it is so old that it may
have changed, the name and the yes to being remembered because everything else stands on them.
Children are not named: somebody else may be listening.
"""

from collections.abc import Iterable, Mapping, Sequence

from pos_companion.i18n import N_, Phrase
from pos_companion.insight.facts import as_written
from pos_companion.insight.sensitive import sensitive_topic
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.model.prompts import MissingDay, Prompt, PromptKind

# Translators: the cashier asks the customer; in passing, and a shrug is an answer.
_THEIRS = {
    CelebrationKind.BIRTHDAY: N_("When is your birthday?"),
    CelebrationKind.NAME_DAY: N_("When is your name day?"),
    CelebrationKind.ANNIVERSARY: N_("When is your anniversary?"),
    CelebrationKind.MOVING_IN: N_("When did you move in?"),
    CelebrationKind.GRADUATION: N_("When is your graduation?"),
    CelebrationKind.OTHER: N_("When is your special day?"),
}
_OF = {
    CelebrationKind.BIRTHDAY: N_("When is {who}’s birthday?"),
    CelebrationKind.NAME_DAY: N_("When is {who}’s name day?"),
    CelebrationKind.ANNIVERSARY: N_("When is your anniversary?"),
    CelebrationKind.MOVING_IN: N_("When did {who} move in?"),
    CelebrationKind.GRADUATION: N_("When is {who}’s graduation?"),
    CelebrationKind.OTHER: N_("When is {who}’s special day?"),
}
_OF_A_CHILD = {
    CelebrationKind.BIRTHDAY: N_("When is your little one’s birthday?"),
    CelebrationKind.NAME_DAY: N_("When is your little one’s name day?"),
    CelebrationKind.GRADUATION: N_("When does your little one finish school?"),
}
_NEXT_TIME = N_("When is {title} the next time?")
_LITTLE_ONE = N_("When is your little one’s special day?")
_CALL_NAME = N_("What may I call you?")
_CONSENT = N_("May we remember what you like, for next time?")
_STILL = {
    FactKind.LIKE: N_("Do you still like {what}?"),
    FactKind.DISLIKE: N_("Is {what} still not for you?"),
}
_STILL_SO = N_("Is it still so: {what}?")


def day_prompts(
    customer: Customer,
    members: Sequence[HouseholdMember],
    celebrations: Sequence[Celebration],
    missing: Iterable[MissingDay],
    dateless: Sequence[Celebration],
) -> tuple[Prompt, ...]:
    """Questions for days that nobody knows.

    Args:
        members: those around the customer; the days of those who are gone are not asked for.
        celebrations: all that is known of the household, the quiet ones too.
        missing: what a rule waits for, the most urgent first.
        dateless: those of the celebrations that will come again, and nobody knows when.

    Returns:
        What a rule waits for in front; each day once.
    """
    around = {member.id: member for member in members if not member.gone}
    begun = {(one.kind, one.being): one for one in dateless}
    settled = {(one.kind, one.being) for one in celebrations} - begun.keys()
    wanted = [
        (PromptKind.RULE, day, begun.get((day.kind, day.being)))
        for day in missing
        if (day.kind, day.being) not in settled
    ]
    wanted += [(PromptKind.CELEBRATION, MissingDay(c.kind, c.being), c) for c in dateless]
    found: dict[str, Prompt] = {}
    for kind, day, known in wanted:
        if day.being is None or day.being in around:
            member = None if day.being is None else around[day.being]
            prompt = _day_prompt(customer, kind, member, day.kind, known)
            found.setdefault(prompt.key, prompt)
    return tuple(found.values())


def stale_prompts(customer: Customer, stale: Iterable[Fact]) -> tuple[Prompt, ...]:
    """Questions for what may have changed since they told us themselves.

    Only what may be said at all, never what we have from somebody else, and nothing delicate: money
    or health come up because they bring it up, not because a year has passed.
    """
    return tuple(
        Prompt(
            customer=customer.id,
            kind=PromptKind.STALE,
            key=f"fact:{fact.kind.value}:{_whose(fact.about)}:{_plain(fact.subject or fact.text)}",
            question=_still(fact),
            about=fact.about,
            heard_by=fact.heard_by,
            heard_on=fact.confirmed_on or fact.heard_on,
            n=fact.n,
            owner=fact.customer,
        )
        for fact in stale
        if fact.discretion is Discretion.SAY
        and not fact.told_by
        and sensitive_topic(fact.text) is None
    )


def knowing_prompts(customer: Customer) -> tuple[Prompt, ...]:
    """Questions for whoever we hardly know: what to call them, and whether we may remember."""
    found = []
    if not customer.called or (customer.formal and not customer.call_name):
        kind = PromptKind.CALL_NAME
        found.append(Prompt(customer.id, kind, kind.value, Phrase(_CALL_NAME)))
    if customer.remember is None:
        kind = PromptKind.CONSENT
        found.append(Prompt(customer.id, kind, kind.value, Phrase(_CONSENT)))
    return tuple(found)


def _day_prompt(
    customer: Customer,
    kind: PromptKind,
    member: HouseholdMember | None,
    what: CelebrationKind,
    known: Celebration | None,
) -> Prompt:
    title = known.title if known is not None else ""
    being = None if member is None else member.id
    key = f"day:{what.value}:{_whose(being)}"
    return Prompt(
        customer=customer.id,
        kind=kind,
        key=f"{key}:{_plain(title)}" if title else key,
        question=_question(what, member, title),
        about=being,
        n=known.n if known is not None else 0,
        owner=known.customer if known is not None else 0,
        what=what,
    )


def _question(kind: CelebrationKind, member: HouseholdMember | None, title: str) -> Phrase:
    if member is not None and member.species is Species.CHILD:
        return Phrase(_OF_A_CHILD.get(kind, _LITTLE_ONE))
    if title:
        return Phrase(_NEXT_TIME, {"title": title})
    wordings: Mapping[CelebrationKind, str] = _THEIRS if member is None else _OF
    return Phrase(wordings[kind], {} if member is None else {"who": member.name})


def _still(fact: Fact) -> Phrase:
    what = as_written(fact)
    if what and fact.about is None and fact.kind in _STILL:
        return Phrase(_STILL[fact.kind], {"what": what})
    return Phrase(_STILL_SO, {"what": fact.text.rstrip(". ")})


def _whose(being: int | None) -> str:
    return "self" if being is None else f"being:{being}"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
