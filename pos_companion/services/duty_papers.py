"""Papers a shop owes its customers and the authorities, filled in from what the program knows."""

from datetime import date, datetime

from pos_companion.model.staff import Right
from pos_companion.printouts import Document
from pos_companion.printouts.counter_notice import CounterNotice
from pos_companion.printouts.stolen_sheet import StolenSheet
from pos_companion.services import Shop
from pos_companion.services.backup_health import health
from pos_companion.services.custody import has_recovery_code
from pos_companion.services.sign_in import require

_PEOPLE = "SELECT count(*) FROM customer WHERE erased IS NULL"
_FIRST = "SELECT min(ts) FROM audit"


def counter_notice(shop: Shop) -> Document:
    """What everybody who comes in may know: what is written down, and that it is theirs."""
    return CounterNotice(shop.today, shop.profile.keep_months, shop.profile.name).document()


def stolen_sheet(shop: Shop) -> Document:
    """What was on this computer, how it was locked, and what to do.

    Raises:
        NotAllowedError: only a manager takes it out.
    """
    require(shop, Right.EXPORT)
    state = health(shop)
    people, first = shop.storage.rows(_PEOPLE)[0][0], shop.storage.rows(_FIRST)[0][0]
    return StolenSheet(
        today=shop.today,
        people=people,
        since=_day(shop, first),
        newest=_day(shop, state.newest),
        elsewhere=_day(shop, state.newest_elsewhere),
        has_code=has_recovery_code(shop),
        shop=shop.profile.name,
    ).document()


def _day(shop: Shop, at: datetime | int | None) -> date | None:
    if at is None:
        return None
    instant = (
        at if isinstance(at, datetime) else datetime.fromtimestamp(at, shop.clock.now().tzinfo)
    )
    return shop.time.local(instant).date()
