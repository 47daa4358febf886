"""What the sample shop owes its invented people, and what it knows when they ask."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from pos_companion.i18n import near_day
from pos_companion.model.answers import ShopAnswer
from pos_companion.model.care import UPDATE_EVERY, Concern, Update, UpdateKind

_Values = Mapping[str, Any]


def sample_concern(customer: int, one: _Values, today: date) -> Concern:
    """A concern as it stands in the file; its days are counted from today.

    Args:
        one: title and words may hold {-4} for the day four days ago; `ago` and `due` are days
            back and ahead; `heard` is what was told first, `news` what happened since.
    """
    opened, due = today - timedelta(days=one["ago"]), today + timedelta(days=one["due"])
    log = (
        Update(UpdateKind.NEWS, opened, text=one["heard"]),
        Update(UpdateKind.OPENED, opened, one["owner"], one["promise"], until=due),
        *(
            Update(UpdateKind.NEWS, today - timedelta(days=news["ago"]), text=news["text"])
            for news in one["news"]
        ),
    )
    return Concern(
        customer=customer,
        n=0,
        title=_with_days(one["title"], today),
        promise=one["promise"],
        owner=one["owner"],
        due=due,
        opened_on=opened,
        words=_with_days(one["words"], today),
        next_update_due=today + UPDATE_EVERY,
        first_owner=one["owner"],
        log=log,
    )


def sample_answer(one: _Values, today: date) -> ShopAnswer:
    """An answer as it stands in the file; `ago` is how many days back it was verified."""
    values = {name: one[name] for name in ("question", "say", "details", "good_for", "author")}
    verified = today - timedelta(days=one["ago"])
    return ShopAnswer(0, **values, tags=tuple(one["tags"]), verified_on=verified)


def _with_days(text: str, today: date) -> str:
    """A text in which {-4} is the day four days ago, in words."""
    return re.sub(
        r"\{(-?\d+)\}", lambda found: near_day(today + timedelta(int(found[1])), today), text
    )
