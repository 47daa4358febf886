"""One question a visit: what to ask, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.insight.gaps import day_prompts, knowing_prompts, stale_prompts
from pos_companion.insight.prompts import (
    COOL_DOWN,
    Curiosity,
    hushed_beings,
    is_resting,
    worth_asking,
)
from pos_companion.model.care import Thread
from pos_companion.model.celebrations import Celebration
from pos_companion.model.facts import Fact
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.model.prompts import Asked, Outcome, Prompt, PromptKind
from pos_companion.rules import SELF, Facts, WhyNot
from pos_companion.rules.gaps import missing_days
from pos_companion.rules.occasions import being_key, key_of
from pos_companion.services import Shop
from pos_companion.services.prompt_answers import Undo, keep_answer


@dataclass(frozen=True)
class AskedNow:
    """A question that was asked a moment ago, with its way back.

    Attributes:
        thread: the thread as it is now, None when it was no thread.
        before: the thread as it was.
        answer: takes the answer back; None when there was none.
    """

    asked: Asked
    thread: Thread | None = None
    before: Thread | None = None
    answer: Undo | None = None


def prompt_for(
    facts: Facts, told: Sequence[Fact], threads: Sequence[Thread], asked: Sequence[Asked],
    why_not: Iterable[WhyNot],
) -> Prompt | None:  # fmt: skip
    """The one thing to ask on this visit.

    Args:
        facts: what the rules judged; what is withheld is not in it.
        told: the customer's own facts.
        threads: of the customer, open ones.
        asked: what they were asked before.
        why_not: what the rules answered.
    """
    curiosity = Curiosity(
        customer=facts.customer,
        members=facts.members,
        threads=threads,
        asked=asked,
        gaps=_gaps(facts, told, why_not),
        is_tender=facts.tender is not None,
    )
    return worth_asking(curiosity, facts.today)


def hushed_keys(
    asked: Iterable[Asked], customer: Customer, members: Iterable[HouseholdMember], today: date
) -> frozenset[str]:
    """Whose celebrations are passed over after bad news, as keys of beings."""
    themselves = {member.id for member in members if member.customer == customer.id}
    return frozenset(
        SELF if being is None or being in themselves else being_key(being)
        for being in hushed_beings(asked, today)
    )


def without_hushed(
    celebrations: Iterable[Celebration],
    hushed: frozenset[str],
    customer: Customer,
    members: Sequence[HouseholdMember],
) -> tuple[Celebration, ...]:
    """The celebrations of those whom nothing sad is known of."""
    return tuple(one for one in celebrations if key_of(one, customer, members) not in hushed)


def asked(shop: Shop, prompt: Prompt, outcome: Outcome, answer: str = "") -> AskedNow:
    """Keep that a question was asked, and what came of it.

    Args:
        answer: what they said, when the outcome is `answered`.

    Raises:
        BadInputError: such a question has no such outcome, or the answer cannot be read.
        RefusedError: something was asked already, or a colleague has settled it meanwhile.
        NotFoundError: there is no such customer any more.
    """
    if outcome not in prompt.outcomes:
        raise BadInputError(
            N_("What came of this question is one of: {outcomes}."),
            outcomes=", ".join(one.value for one in Outcome if one in prompt.outcomes),
        )
    if answer and outcome is not Outcome.ANSWERED:
        raise BadInputError(N_("An answer goes with a question that was answered."))
    with shop.storage.transaction():
        _refuse_second(shop, prompt)
        before, thread = _settled(shop, prompt, outcome)
        back = keep_answer(shop, prompt, answer) if outcome is Outcome.ANSWERED else None
        row = shop.storage.care.add_asked(
            Asked(prompt.customer, 0, prompt.key, outcome, shop.today, prompt.about, shop.staff)
        )
        _note(shop, "asked", row)
    return AskedNow(row, thread, before, back)


def undo_asked(shop: Shop, done: AskedNow) -> None:
    """Take back that a question was asked: the thread, the answer and all are as before.

    Raises:
        RefusedError: it was taken back already, or has changed since.
    """
    care, row = shop.storage.care, done.asked
    with shop.storage.transaction():
        unchanged = care.asked(row.customer, row.n) == row and (
            done.thread is None or care.thread(row.customer, done.thread.n) == done.thread
        )
        if not unchanged:
            raise RefusedError(N_("A colleague was quicker: this is settled already."))
        if done.before is not None:
            care.change_thread(done.before)
        if done.answer is not None:
            done.answer()
        care.drop_asked(row)
        _note(shop, "undo_asked", row)


def _gaps(facts: Facts, told: Sequence[Fact], why_not: Iterable[WhyNot]) -> tuple[Prompt, ...]:
    customer = facts.customer
    if customer.remember is False:
        return tuple(one for one in knowing_prompts(customer) if one.kind is PromptKind.CALL_NAME)
    wishes = () if customer.no_celebrations else facts.celebrations
    dateless = [one for one in wishes if one.lacks_a_day(facts.today, facts.shop.leap)]
    missing = missing_days(facts, why_not)
    return (
        *stale_prompts(customer, [fact for fact in told if fact.is_stale(facts.today)]),
        *day_prompts(customer, facts.members, facts.celebrations, missing, dateless),
        *knowing_prompts(customer),
    )


def _refuse_second(shop: Shop, prompt: Prompt) -> None:
    if shop.storage.people.get(prompt.customer) is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    before = shop.storage.care.open_remarks(prompt.customer).asked
    if is_resting(before, shop.today):
        raise RefusedError(N_("They were asked something lately. One question is enough for now."))
    if any(one.key == prompt.key and one.outcome is Outcome.DECLINED for one in before):
        raise RefusedError(N_("They do not want to be asked this again."))


def _settled(
    shop: Shop, prompt: Prompt, outcome: Outcome
) -> tuple[Thread, Thread] | tuple[None, None]:
    """Close the thread of a question, or put it off; what it was before, and what it is now."""
    if prompt.kind is not PromptKind.THREAD:
        return None, None
    before = shop.storage.care.thread(prompt.customer, prompt.n)
    if before is None or before.asked_on is not None or before.ask_from > shop.today:
        raise RefusedError(N_("A colleague was quicker: this is settled already."))
    if outcome is Outcome.LATER:
        thread = replace(before, ask_from=shop.today + COOL_DOWN)
    else:
        thread = replace(before, asked_on=shop.today, mood=outcome)
    shop.storage.care.change_thread(thread)
    return before, thread


def _note(shop: Shop, deed: str, row: Asked) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, customer=row.customer, asked=row.n,
        outcome=row.outcome.value,
    )  # fmt: skip
