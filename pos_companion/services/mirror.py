"""The manager's mirror: was the usual right, and which way do people move; read-only.

Both are long reads in small steps, so that the counter goes first between two of them.
"""

import csv
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_, DayName, LongDay, Phrase, value_in_words, words
from pos_companion.importers.cleaning import guarded
from pos_companion.insight.mirror import replay, stage_at_end
from pos_companion.insight.usual_past import MOST_VISITS
from pos_companion.model.mirror import Mirror, Movement, Tally
from pos_companion.model.stages import Stage
from pos_companion.model.visits import PastVisit
from pos_companion.services import Shop
from pos_companion.services.look_up import BEST_SELLERS_IN_MIND
from pos_companion.services.not_usual import in_wall_time
from pos_companion.services.standings import everything_seen

DAYS = 90
MOST_JUDGED = 1500
"""In a larger shop every second visit is judged, or every third, and so on."""
_AT_ONCE, _A_CUSTOMER_AT_MOST = 25, 300


def mirror(shop: Shop, days: int = DAYS, most: int = MOST_JUDGED) -> Generator[float, None, Mirror]:
    """Judge the usual order on the shop's own visits of the last days, up to yesterday.

    Args:
        days: how many.
        most: about so many visits are judged, spread evenly.

    Yields:
        The share that is done, 0 to 1, after each few customers.

    Returns:
        Counts by weekday and hour.
    """
    last = shop.today - timedelta(days=1)
    found = Mirror(shop.today - timedelta(days=days), last)
    came = shop.storage.visits.who_came(found.first, last)
    every = max(1, -(-sum(count for _, count in came) // most))
    visits, at = 0, 0
    tallies: dict[tuple[int, int], Tally] = {}
    for done, (customer, _count) in enumerate(came):
        history = _history(shop, customer)
        places = [
            place
            for place, visit in enumerate(history)
            if visit.items and found.first <= visit.day <= last
        ]
        # Every so many visits over the whole shop, not of each customer.
        wanted = [place for number, place in enumerate(places, visits) if number % every == 0]
        visits += len(places)
        for visit, tally in _judged(shop, customer, history, wanted):
            key = (visit.day.weekday(), visit.at.hour)
            tallies[key] = tallies.get(key, Tally()) + tally
            at += 1
            if at % _AT_ONCE == 0:
                yield done / len(came)
    return Mirror(found.first, last, visits, tallies)


def movement(shop: Shop, month: date) -> Generator[int, None, Movement]:
    """Where everybody stood at the end of a month, and at the end of the one before.

    Args:
        month: any day of it; of the current month it is today that counts.

    Yields:
        How many customers were looked at so far.
    """
    before, after = month_end(month, -1), min(month_end(month), shop.today)
    moves: Counter[tuple[Stage | None, Stage]] = Counter()
    number = done = 0
    while ids := shop.storage.visits.who_ever_came(number, _AT_ONCE):
        number = ids[-1]
        for customer in shop.storage.people.some(ids):
            seen = everything_seen(shop, customer)
            now = stage_at_end(seen, after)
            if now is not None:
                moves[stage_at_end(seen, before), now] += 1
        done += len(ids)
        yield done
    return Movement(before, after, dict(moves))


def month_end(day: date, months: int = 0) -> date:
    """The last day of the month of a day, or of one so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months + 1, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def as_csv(found: Mirror, moved: Movement) -> str:
    """Both as one CSV text: counts alone, safe from being taken for formulas."""
    text = StringIO()
    writer = csv.writer(text)
    for row in (*_mirror_rows(found), [], *_movement_rows(moved)):
        writer.writerow([guarded(str(cell)) for cell in row])
    return text.getvalue()


def save_csv(found: Mirror, moved: Movement, folder: Path) -> Path:
    """Keep it as a file that does not overwrite another one.

    Returns:
        Where it is.

    Raises:
        NotSavedError: it cannot be written there.
    """
    name = f"how-well-we-know-them-{found.last.isoformat()}"
    paths = [folder / f"{name}.csv", *(folder / f"{name}-{n}.csv" for n in range(2, 100))]
    path = next((one for one in paths if not one.exists()), paths[-1])
    try:
        # The mark lets spreadsheets know that it is UTF-8.
        path.write_text(as_csv(found, moved), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise NotSavedError(N_("The file cannot be written to {path}."), path=path) from error
    return path


def _history(shop: Shop, customer: int) -> Sequence[PastVisit]:
    most = MOST_VISITS + _A_CUSTOMER_AT_MOST
    return shop.storage.visits.history(customer, shop.clock.now(), shop.time, most)


def _judged(
    shop: Shop, customer: int, history: Sequence[PastVisit], wanted: Sequence[int]
) -> Iterator[tuple[PastVisit, Tally]]:
    if not wanted:
        return
    known = {item for visit in history for item in visit.items}
    products, habits = shop.storage.catalogue.with_habits(
        known, shop.profile.currency, BEST_SELLERS_IN_MIND
    )
    said = in_wall_time(shop, shop.storage.care.not_usual(customer))
    yield from replay(history, wanted, habits, products, said)


def _mirror_rows(found: Mirror) -> list[list[object]]:
    said = [N_("When"), N_("Visits"), N_("Armed"), N_("Right"), N_("Often has"), N_("Hit")]
    head = [words(Phrase(text)) for text in (*said, N_("Silent"))]
    rows: list[list[object]] = [[_period(found)], [*head]]
    rows.append(_row(words(Phrase(N_("All"))), found.all))
    rows += [_row(value_in_words(DayName(day)), found.on(day)) for day in range(7)]
    rows += [_row(f"{hour:02}:00", found.at(hour)) for hour in found.hours]
    return rows


def _period(found: Mirror) -> str:
    days = {"first": LongDay(found.first), "last": LongDay(found.last)}
    return words(Phrase(N_("The usual order from {first} to {last}"), days))


def _row(name: str, tally: Tally) -> list[object]:
    return [
        name, tally.visits, tally.armed, tally.right, tally.often, tally.hit, tally.silent,
    ]  # fmt: skip


def _movement_rows(moved: Movement) -> list[list[object]]:
    days = {"first": LongDay(moved.before), "last": LongDay(moved.after)}
    title = words(Phrase(N_("Where people stood on {first}, and on {last}"), days))
    stages = list(Stage)
    labels = [words(Phrase(stage.label)) for stage in stages]
    rows: list[list[object]] = [[title], ["", *labels]]
    for was, label in [
        (None, words(Phrase(N_("Not here yet")))),
        *zip(stages, labels, strict=True),
    ]:
        rows.append([label, *(moved.moves.get((was, now), 0) for now in stages)])
    return rows
