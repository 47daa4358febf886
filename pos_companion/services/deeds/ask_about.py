"""Write down what to ask about later."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.facts import Discretion
from pos_companion.services import Shop, deed
from pos_companion.services.finding import resolve
from pos_companion.services.forms import day_of, text_of
from pos_companion.services.threads import NewThread, open_thread


@deed
def ask_about(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int,
    question: str,
    starts: str = "",
    ends: str = "",
    about: int | None = None,
    after_days: int | None = None,
    discretion: str = Discretion.KNOW.value,
) -> Mapping[str, Any]:
    """Keep a question for the first visit after something is over.

    Args:
        customer: whom to ask; see the package.
        question: one open question, as it will be said.
        starts: its first day, such as `2026-11-21`; may be empty.
        ends: its last day; one day needs only one of both.
        about: the id of the member it is about; null for the customer.
        after_days: how long after a single day to ask; a week unless told.
        discretion: `know`; `say` when they brought up a delicate subject themselves; a `locked`
            one is never asked.

    Returns:
        `{"customer": id, "thread": its number, "ask_from": day}`.
    """
    thread = open_thread(
        shop,
        NewThread(
            customer=resolve(shop, customer),
            question=text_of(question, "question"),
            about=None if about is None else _number(about, "about"),
            starts=_day(starts, "starts"),
            ends=_day(ends, "ends"),
            follow_up=None if after_days is None else _days(after_days),
            discretion=_discretion(discretion),
        ),
    )
    return {
        "customer": str(thread.customer),
        "thread": thread.n,
        "ask_from": thread.ask_from.isoformat(),
    }


def _day(value: object, name: str) -> date | None:
    return None if value == "" else day_of(value, name)


def _days(value: object) -> timedelta:
    number = _number(value, "after_days")
    if number > 366:
        raise BadInputError(N_("Ask about it on the same day or within a year."))
    return timedelta(days=number)


def _number(value: object, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadInputError(N_("{name} must be a whole number."), name=name)
    return value


def _discretion(value: object) -> Discretion:
    try:
        return Discretion(text_of(value, "discretion"))
    except ValueError as error:
        raise BadInputError(N_("The discretion is one of: say, know, locked.")) from error
