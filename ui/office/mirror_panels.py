"""What the mirror shows: the finding first, then what it is made of."""

from collections.abc import Iterable
from datetime import time

from pos_companion.i18n import (
    N_,
    DayName,
    LongDay,
    MonthName,
    Percent,
    Phrase,
    _,
    fill,
    ngettext,
    value_in_words,
    words,
)
from pos_companion.model.mirror import Mirror, Movement, Tally
from ui.kit import IconLine, Panel, Text
from ui.office.bars import Bars


def usual_panel(found: Mirror) -> Panel:
    """Was the usual right: one sentence, and the counts behind it."""
    tally = found.all
    panel = Panel("surface", _("The usual order"))
    if not tally.visits:
        panel.add(Text(_("There are no visits to look at yet."), "body", "ink2"))
        return panel
    panel.add(Text(_finding(tally), "title"))
    for icon, line in _counts(tally):
        panel.add(IconLine(icon, line, size=18))
    panel.add(Text(_looked_at(found), "small", "ink2"))
    return panel


def weekdays_panel(found: Mirror) -> Panel:
    """The share that was right on each day of the week."""
    rows = ((value_in_words(DayName(day)), found.on(day)) for day in range(7))
    return _bars(_("By day of the week"), rows)


def hours_panel(found: Mirror) -> Panel:
    """The share that was right in each hour of the day."""
    rows = ((value_in_words(time(hour)), found.at(hour)) for hour in found.hours)
    return _bars(_("By hour of the day"), rows)


def movement_panel(moved: Movement) -> Panel:
    """Which way people moved in a month, and from where to where."""
    month = {"month": MonthName(moved.after.month), "year": str(moved.after.year)}
    heading = fill(_("Which way people moved: {month} {year}"), **month)
    panel = Panel("surface", heading)
    panel.add(Text(_moved(moved), "title"))
    moves = [
        (-count, fill(_("{was} → {now}"), was=_(was.label), now=_(now.label)), count)
        for (was, now), count in moved.moves.items()
        if was is not None and was is not now
    ]
    for _order, line, count in sorted(moves):
        panel.add(Text(fill(_("{what}: {count}"), what=line, count=count), "small", "ink2"))
    return panel


def _finding(tally: Tally) -> str:
    if tally.right_share is None:
        return _("The usual was never sure enough to be armed.")
    values = {"share": _percent(tally.right_share)}
    return words(
        Phrase(N_("When it was sure, the usual was right on {share} of the visits."), values)
    )


def _counts(tally: Tally) -> list[tuple[str, str]]:
    armed = ngettext(
        "Armed on {count} visit; on {right} all of it was taken",
        "Armed on {count} visits; on {right} all of it was taken",
        tally.armed,
    )
    often = ngettext(
        "“Often has” on {count} visit; on {hit} something of it was taken",
        "“Often has” on {count} visits; on {hit} something of it was taken",
        tally.often,
    )
    silent = ngettext("Silent on {count} visit", "Silent on {count} visits", tally.silent)
    return [
        ("check", fill(armed, count=tally.armed, right=tally.right)),
        ("circle-help", fill(often, count=tally.often, hit=tally.hit)),
        ("moon", fill(silent, count=tally.silent)),
    ]


def _looked_at(found: Mirror) -> str:
    values = {
        "first": LongDay(found.first),
        "last": LongDay(found.last),
        "count": found.visits,
        "judged": found.all.visits,
    }
    text = ngettext(
        "From {first} to {last}: {judged} of {count} visit looked at",
        "From {first} to {last}: {judged} of {count} visits looked at",
        found.visits,
    )
    return fill(text, **values)


def _bars(heading: str, rows: Iterable[tuple[str, Tally]]) -> Panel:
    panel, bars = Panel("surface", heading), Bars()
    for label, tally in rows:
        share = tally.right_share
        said = _("not sure") if share is None else _percent(share)
        values = {"share": said, "right": tally.right, "armed": tally.armed}
        text = fill(_("{share} · {right} of {armed}"), **values) if tally.armed else said
        bars.add(label, share or 0.0, text)
    panel.add(bars)
    return panel


def _moved(moved: Movement) -> str:
    values = {"came": moved.came, "up": moved.up, "down": moved.down, "lapsed": moved.lapsed}
    return fill(_("{came} new, {up} up, {down} down, {lapsed} not seen any more"), **values)


def _percent(share: float) -> str:
    return value_in_words(Percent(round(share * 100) * 100))
