"""Take a concern further: put right, closed, moved, handed on, news, reopened, weighed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.care import Channel, Concern, Severity
from pos_companion.services import Shop, deed
from pos_companion.services.concerns import (
    ConcernChange,
    close_concern,
    hand_over,
    note_news,
    promise_another_day,
    put_right,
    reopen,
)
from pos_companion.services.deeds.concern import concern_values
from pos_companion.services.finding import resolve
from pos_companion.services.forms import day_of, number_of, text_of
from pos_companion.services.severity import weigh


@dataclass(frozen=True)
class _Step:
    text: str
    due: object
    to: str
    told: Channel | None


@deed
def concern_step(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int,
    n: int,
    step: str,
    text: str = "",
    due: str = "",
    to: str = "",
    told: str = "",
) -> Mapping[str, Any]:
    """Take one step with a concern.

    Args:
        customer: whose it is; see the package.
        n: which of the customer's concerns, from `owe` of the card.
        step: put_right, close, promise, hand_over, news, reopen, serious or small.
        text: the outcome, the reason, or what happened.
        due: the other day, for `promise`.
        to: the colleague, for `hand_over`.
        told: in_person, phone, email or message, for `close` and `news`.

    Returns:
        The concern as it is then, in the form the deed `concern` answers.
    """
    known = shop.storage.concerns.get(resolve(shop, customer), number_of(n, "n"))
    if known is None:
        raise NotFoundError(N_("There is no such concern."))
    taken = _STEPS.get(text_of(step, "step"))
    if taken is None:
        steps = ", ".join(_STEPS)
        raise BadInputError(N_("A step of a concern is one of: {steps}."), steps=steps)
    given = _Step(text_of(text, "text"), due, text_of(to, "to"), _channel(told))
    return concern_values(shop, taken(shop, known, given).after)


def _channel(told: object) -> Channel | None:
    text = text_of(told, "told")
    try:
        return Channel(text) if text else None
    except ValueError as error:
        ways = ", ".join(way.value for way in Channel)
        raise BadInputError(
            N_("They were told in one of these ways: {ways}."), ways=ways
        ) from error


_Taken = Callable[[Shop, Concern, _Step], ConcernChange]
_STEPS: dict[str, _Taken] = {
    "put_right": lambda shop, known, _given: put_right(shop, known),
    "close": lambda shop, known, given: close_concern(shop, known, given.text, given.told),
    "promise": lambda shop, known, given: promise_another_day(
        shop, known, day_of(given.due, "due"), given.text
    ),
    "hand_over": lambda shop, known, given: hand_over(shop, known, given.to, given.text),
    "news": lambda shop, known, given: note_news(shop, known, given.text, given.told),
    "reopen": lambda shop, known, given: reopen(shop, known, given.text),
    "serious": lambda shop, known, _given: weigh(shop, known, Severity.SERIOUS),
    "small": lambda shop, known, _given: weigh(shop, known, Severity.SMALL),
}
