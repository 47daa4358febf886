"""What an answer to a question becomes: a day, a name, a yes or no; each with its way back."""

from collections.abc import Callable
from dataclasses import replace

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_, language
from pos_companion.insight.told_dates import DateReader
from pos_companion.insight.told_tokens import tokens_of
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.consent import ConsentKind
from pos_companion.model.dates import PartialDate, WrittenIn
from pos_companion.model.people import Customer
from pos_companion.model.prompts import Prompt, PromptKind
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.celebrations import (
    NewCelebration,
    add_celebration,
    edit_celebration,
    take_back,
)
from pos_companion.services.consents import set_consent, undo_consent
from pos_companion.services.facts import confirm_fact, fact_is_wrong, undo_fact
from pos_companion.services.people import edit_customer

LONGEST = 200
YES, NO = "yes", "no"

Undo = Callable[[], None]


def keep_answer(shop: Shop, prompt: Prompt, text: str) -> Undo:
    """Keep what they answered; call it inside the transaction that writes the question down.

    Args:
        text: a date for a day, `yes` or `no` for what can be answered so, else a name.

    Returns:
        What puts everything back as it was, to be called inside a transaction too.

    Raises:
        BadInputError: the answer is empty, too long, or not what was asked for.
        NotFoundError, RefusedError: what it is about has changed meanwhile.
    """
    answer = plain_line(text)
    if not answer:
        raise BadInputError(N_("There is no answer yet. Write what they said."))
    if len(answer) > LONGEST:
        raise BadInputError(N_("That is too long for an answer. Keep it under 200 letters."))
    refuse_payment_cards(answer)
    return _WRITERS[prompt.kind](shop, prompt, answer)


def _keep_day(shop: Shop, prompt: Prompt, answer: str) -> Undo:
    kind = prompt.what or CelebrationKind.BIRTHDAY
    if not prompt.n:
        new = NewCelebration(kind, _new_day(shop, kind, answer), prompt.about)
        changed = add_celebration(shop, prompt.customer, new)
    else:
        before = shop.storage.people.celebration_as_written(prompt.owner, prompt.n)
        if before is None:
            raise RefusedError(N_("A colleague was quicker: this is settled already."))
        changed = edit_celebration(shop, prompt.customer, _with_day(shop, before, answer))
    return lambda: take_back(shop, changed)


def _with_day(shop: Shop, known: Celebration, answer: str) -> Celebration:
    """A celebration without a day, filled up; one that moves gets its next date."""
    found, is_near = _read(shop, answer)
    if isinstance(known.date, PartialDate):
        year = known.date.year if is_near or found.year is None else found.year
        try:
            return replace(known, date=PartialDate(year, found.month, found.day))
        except ValueError as error:
            raise _no_date(answer) from error
    leap = known.leap or shop.profile.leap
    span = found.upcoming(shop.today, leap)
    if found.year is not None:
        span = found.in_year(found.year, leap)
    if span is None or span.first != span.last or span.last < shop.today:
        raise BadInputError(N_("Write the next date with day and month; it has to lie ahead."))
    return replace(known, date=WrittenIn(span.first))


def _new_day(shop: Shop, kind: CelebrationKind, answer: str) -> PartialDate:
    found, is_near = _read(shop, answer)
    if is_near:
        # "Tomorrow" says on which day of the year, and nothing about the year it began.
        return PartialDate(None, found.month, found.day)
    if kind is CelebrationKind.BIRTHDAY and found.year is not None:
        span = found.in_year(found.year)
        if span is None or span.first > shop.today:
            raise BadInputError(N_("{text} has not come yet. Look at the year again."), text=answer)
    return found


def _read(shop: Shop, answer: str) -> tuple[PartialDate, bool]:
    """A date with at least its month, and whether it was named from today on ("tomorrow")."""
    tokens = tokens_of(answer, 0, len(answer))
    found = DateReader(language(), shop.today).at(tokens, 0)
    if found is None or found.count != len(tokens):
        try:
            date = PartialDate.parse(answer)
        except ValueError as error:
            raise _no_date(answer) from error
        if date.month is None:
            raise _no_date(answer)
        return date, False
    if len(found.readings) > 1:
        raise BadInputError(
            N_("{text} can be read in two ways. Write the month as a word."), text=answer
        )
    return found.readings[0], found.is_near


def _no_date(answer: str) -> BadInputError:
    return BadInputError(N_("{text} is not a date. Write it like 14 March."), text=answer)


def _keep_name(shop: Shop, prompt: Prompt, answer: str) -> Undo:
    before = _customer(shop, prompt)
    edit_customer(shop, replace(before, name=before.name or answer, call_name=answer))
    return lambda: shop.storage.people.change(before, shop.clock.now())


def _keep_consent(shop: Shop, prompt: Prompt, answer: str) -> Undo:
    before = set_consent(shop, prompt.customer, ConsentKind.MEMORY, _is_yes(answer))
    return lambda: undo_consent(shop, before)


def _keep_fact(shop: Shop, prompt: Prompt, answer: str) -> Undo:
    settle = confirm_fact if _is_yes(answer) else fact_is_wrong
    change = settle(shop, prompt.customer, prompt.n)
    return lambda: undo_fact(shop, change)


def _is_yes(answer: str) -> bool:
    word = answer.casefold()
    if word not in {YES, NO}:
        raise BadInputError(N_("Answer this with yes or no."))
    return word == YES


def _customer(shop: Shop, prompt: Prompt) -> Customer:
    customer = shop.storage.people.get(prompt.customer)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    return customer


_WRITERS: dict[PromptKind, Callable[[Shop, Prompt, str], Undo]] = {
    PromptKind.STALE: _keep_fact,
    PromptKind.RULE: _keep_day,
    PromptKind.CELEBRATION: _keep_day,
    PromptKind.CALL_NAME: _keep_name,
    PromptKind.CONSENT: _keep_consent,
}
