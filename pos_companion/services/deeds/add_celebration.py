"""Keep a day worth remembering."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, words
from pos_companion.insight.celebration_words import celebration_title, why_no_day
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.services import Shop, deed
from pos_companion.services.celebrations import NewCelebration
from pos_companion.services.celebrations import add_celebration as keep
from pos_companion.services.day_forms import being_of, celebration_kind_of, day_of, leap_of
from pos_companion.services.finding import resolve
from pos_companion.services.forms import text_of, texts_of


@deed
def add_celebration(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int,
    who: str | int = "",
    kind: str = CelebrationKind.BIRTHDAY.value,
    date: str | None = None,
    calendar: str | None = None,
    month: int | None = None,
    day: int | None = None,
    nth: int | None = None,
    weekday: int | str | None = None,
    next: str | None = None,  # noqa: A002 - as the scripts call it
    title: str = "",
    yearly: bool = True,
    leap: str = "",
    hidden_from: Sequence[str] = (),
    replace: bool = False,
) -> Mapping[str, Any]:
    """Keep a day worth remembering of a customer or of somebody around them.

    The day is told in exactly one way: `date`; or `calendar`, `month` and `day`; or `nth`,
    `weekday` and `month`; or `next`.

    Args:
        customer: whom it is told about; see the package.
        who: somebody at home, by name or id; empty for the customer.
        kind: birthday, name_day, anniversary, moving_in, graduation or other.
        date: `1990-05-01`, `05-01`, `1990-05`, `--05` or `1990`, as far as it is known.
        calendar: islamic, persian or julian, with a whole `month` and `day` of that calendar.
        nth: 1 to 4, or -1 for the last; with `weekday` and `month`.
        weekday: monday to sunday, or 0 (Monday) to 6.
        next: the next whole date of a day that moves by a way of its own, within two years.
        title: what it is called, for `other`.
        yearly: false for a day that comes once.
        leap: when 29 February is kept in other years, `feb28` or `mar1`; empty is the shop's way.
        hidden_from: who of the household is to be surprised, by names or ids.
        replace: a birthday known on another day is corrected, not refused.

    Returns:
        `{"celebration": {"customer": id, "n", "who": name, "kind", "what": title in words,
        "yearly", "next", "through": first and last day of the next one or null, "ask": why
        there is no day, or ""}}`.
    """
    customer_id = resolve(shop, customer)
    found = shop.storage.people.get(customer_id)
    members = shop.storage.people.members(found.household if found else None)
    given = {
        "date": date, "calendar": calendar, "month": month, "day": day, "nth": nth,
        "weekday": weekday, "next": next,
    }  # fmt: skip
    new = NewCelebration(
        kind=celebration_kind_of(kind),
        date=day_of(given),
        being=being_of(who, members, customer_id),
        title=text_of(title, "title"),
        yearly=_flag(yearly, "yearly"),
        leap=leap_of(leap),
        hidden_from=tuple(
            _key(being_of(one, members, customer_id, "hidden_from"), customer_id)
            for one in texts_of(hidden_from, "hidden_from")
        ),
    )
    (kept,) = keep(shop, customer_id, new, _flag(replace, "replace")).celebrations
    return {"celebration": _values(shop, kept)}


def _flag(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise BadInputError(N_("{name} must be true or false."), name=name)
    return value


def _key(being: int | None, customer: int) -> str:
    return f"customer:{customer}" if being is None else f"being:{being}"


def _values(shop: Shop, kept: Celebration) -> dict[str, Any]:
    span = kept.upcoming(shop.today, shop.profile.leap)
    why = why_no_day(kept, shop.today, shop.profile.leap)
    return {
        "customer": str(kept.customer),
        "n": kept.n,
        "who": kept.who,
        "kind": kept.kind.value,
        "what": words(celebration_title(kept)),
        "yearly": kept.yearly,
        "next": span.first.isoformat() if span else None,
        "through": span.last.isoformat() if span else None,
        "ask": words(why) if why else "",
    }
