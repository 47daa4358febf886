"""What is worth asking about: at most one thing on a visit.

A question comes from one of five places, the first of them first: a thread that is due, a fact
that may have changed, a gap a rule waits for, a celebration without a day, somebody we hardly know.
After any question there are two weeks without one; after bad news a month without cheerful ones.
What was declined never comes back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pos_companion.i18n import Phrase, language
from pos_companion.insight.sensitive import sensitive_topic
from pos_companion.insight.tone import fit_to_say
from pos_companion.model.care import Thread
from pos_companion.model.facts import Discretion
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.model.prompts import Asked, Outcome, Prompt, PromptKind

COOL_DOWN = timedelta(days=14)
"""After any question, whatever came of it."""

HUSH = timedelta(days=30)
"""After bad news: no celebrations of whom it was about, no cheerful questions."""

FOLLOW_UP = timedelta(days=7)
"""How long after a day somebody told us of it is asked about."""

_ORDER = tuple(PromptKind)


@dataclass(frozen=True)
class Curiosity:
    """All that a question could come from.

    Attributes:
        members: everybody in the household, those who are gone too.
        asked: what they were asked before, of each question at least the latest time.
        gaps: questions for what is not known, in the order to ask among those of one kind.
        is_tender: it is a hard time for them, so nothing cheerful is asked.
    """

    customer: Customer
    members: Sequence[HouseholdMember] = ()
    threads: Sequence[Thread] = ()
    asked: Sequence[Asked] = ()
    gaps: Sequence[Prompt] = ()
    is_tender: bool = False


def worth_asking(curiosity: Curiosity, today: date) -> Prompt | None:
    """The one thing to ask on this visit; None when there is none, or not yet.

    Args:
        today: business date.
    """
    if is_resting(curiosity.asked, today) or _customer_is_gone(curiosity):
        return None
    present = {member.id for member in curiosity.members if not member.gone}
    declined = {one.key for one in curiosity.asked if one.outcome is Outcome.DECLINED}
    hushed = curiosity.is_tender or bool(hushed_beings(curiosity.asked, today))
    threads = [_prompt_of(thread) for thread in _due(curiosity.threads, today)]
    gaps = [one for one in curiosity.gaps if one.key not in declined]
    fitting = [
        one
        for one in (*threads, *gaps)
        if (one.about is None or one.about in present) and not (hushed and one.kind.is_cheerful)
    ]
    return min(fitting, key=lambda one: _ORDER.index(one.kind), default=None)


def is_resting(asked: Iterable[Asked], today: date) -> bool:
    """Whether something was asked so lately that nothing else is asked today."""
    return any(today - one.day < COOL_DOWN for one in asked)


def hushed_beings(asked: Iterable[Asked], today: date) -> frozenset[int | None]:
    """Whose celebrations are passed over, because something did not go well for them.

    Returns:
        Members by their number, None for the customer.
    """
    return frozenset(
        one.about for one in asked if one.outcome is Outcome.NOT_SO_WELL and today - one.day < HUSH
    )


def first_day_to_ask(
    heard_on: date,
    starts: date | None = None,
    ends: date | None = None,
    after: timedelta = FOLLOW_UP,
) -> date:
    """The first day on which to ask about something.

    Args:
        heard_on: the day they told us.
        starts, ends: first and last day of what they told us of.
        after: how long after a single day, or after they told us of no day.

    Returns:
        The day after the end of what lasts several days.
    """
    last = ends or starts
    if last is not None and starts is not None and last > starts:
        return last + timedelta(days=1)
    return (last or heard_on) + after


def _due(threads: Iterable[Thread], today: date) -> list[Thread]:
    """Those to ask about today, the one that has waited longest first."""
    due = (
        thread
        for thread in threads
        if thread.asked_on is None and thread.ask_from <= today and _may_be_asked(thread)
    )
    return sorted(due, key=lambda thread: (thread.ask_from, thread.heard_on, thread.n))


def _may_be_asked(thread: Thread) -> bool:
    brought_up = thread.discretion is Discretion.SAY
    if thread.discretion is Discretion.LOCKED:
        return False
    if not fit_to_say(thread.question, language(), brought_up):
        return False
    return brought_up or sensitive_topic(thread.question) is None


def _prompt_of(thread: Thread) -> Prompt:
    return Prompt(
        customer=thread.customer,
        kind=PromptKind.THREAD,
        key=f"thread:{thread.n}",
        question=Phrase("{question}", {"question": thread.question}),
        about=thread.about,
        heard_by=thread.heard_by,
        heard_on=thread.heard_on,
        n=thread.n,
        owner=thread.customer,
    )


def _customer_is_gone(curiosity: Curiosity) -> bool:
    own = curiosity.customer.id
    return any(member.gone and member.customer == own for member in curiosity.members)
