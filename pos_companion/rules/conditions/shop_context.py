"""Something is going on: rain, heat, a queue."""

from dataclasses import dataclass, field
from datetime import datetime

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts


@dataclass(frozen=True)
class ShopContext(Condition):
    """A colleague set this flag, and its end has not come; there is no weather service offline."""

    flag: str = field(metadata={"label": N_("What is going on"), "form": "flag"})
    label = N_("Something is going on")
    sentence = N_("it was said that there is “{flag}”")

    def judge(self, facts: Facts) -> Answer:
        """Yes until the end of the flag."""
        wanted = self.flag.casefold().strip()
        for flag in facts.circumstances.flags:
            if flag.name.casefold() == wanted and _lasts(flag.until, facts.instant):
                return Answer.of(True, N_("There is “{flag}” today"), flag=flag.name)
        text = N_("Nobody has said that there is “{flag}” now.")
        return Answer.of(False, text, flag=self.flag)


def _lasts(until: datetime, now: datetime | None) -> bool:
    return now is not None and now < until
