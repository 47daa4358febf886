"""Who gets something and who never does; people first, shares below."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from pos_companion.i18n import DayName, Percent, _, fill, isolated, ngettext, value_in_words
from pos_companion.insight.fairness import Share
from pos_companion.insight.favourites import Favourite
from pos_companion.model.stages import Stage
from pos_companion.services.fairness import FairnessReport
from pos_companion.services.report_words import name_of, staff_in_words
from ui.kit import Panel, Text
from ui.office.given.rows import BarRow, bar_panel
from ui.office.in_a_row import InARow
from ui.office.rules.choosing import OneOf

OFTEN = (3, 5, 10, 20)
"""So many visits can make somebody a regular."""
_NAMED = 8
_SELDOM = 1_000_000
_HUNDRED = 100
_Group = TypeVar("_Group", str, int)


def fairness_panels(report: FairnessReport, asked: Callable[[int], None]) -> list[Panel]:
    """Everything about who gets something.

    Args:
        asked: gets how many visits make a regular, when that is changed.
    """
    found = report.found
    if not found.all.visits:
        panel = Panel("surface")
        panel.add(Text(_("There are no visits to look at yet."), "title"))
        return [panel]
    stages = {_stage(one): found.by_stage[one] for one in ("", *Stage) if one in found.by_stage}
    weekdays = {value_in_words(DayName(day)): part for day, part in found.by_weekday.items()}
    staff = {staff_in_words(one): part for one, part in found.by_staff.items()}
    tags = {isolated(tag): part for tag, part in found.by_tag.items()}
    segments = {isolated(name): part for name, part in report.by_segment.items()}
    return [
        _never(report, asked),
        *_pairs(report),
        *_shares(_("By how well we know them"), stages, _all(found.all)),
        *_shares(_("By day of the week"), weekdays),
        *_shares(_("By colleague"), staff),
        *_shares(_("By tag"), tags),
        *_shares(_("By segment"), segments),
    ]


def _never(report: FairnessReport, asked: Callable[[int], None]) -> Panel:
    found, panel = report.found, Panel("surface")
    panel.add(Text(_headline(report), "title"))
    for one in found.never[:_NAMED]:
        visits = fill(ngettext("{count} visit", "{count} visits", one.visits), count=one.visits)
        if one.said_no:
            times = ngettext("said no {count} time", "said no {count} times", one.said_no)
            noes = fill(times, count=one.said_no)
            visits = fill(_("{visits} · {noes}"), visits=visits, noes=noes)
        name = Text(isolated(name_of(report.people.get(one.customer))))
        panel.add(InARow({name: 1, Text(visits, "small", "ink2"): 0}, wide=0))
    more = len(found.never) - _NAMED
    if more > 0:
        text = ngettext("and {count} more, in the table", "and {count} more, in the table", more)
        panel.add(Text(fill(text, count=more), "small", "ink2"))
    words = {times: fill(ngettext("{count} visit", "{count} visits", times), count=times)
             for times in sorted({*OFTEN, report.least})}  # fmt: skip
    panel.add(OneOf(_("A regular comes at least"), words, report.least, asked))
    return panel


def _headline(report: FairnessReport) -> str:
    regulars, never = report.found.regulars, len(report.found.never)
    if not regulars:
        return _("Nobody came that often in these days.")
    if not never:
        return fill(
            ngettext("The {count} regular got something.", "All {count} regulars got something.",
                     regulars), count=regulars,
        )  # fmt: skip
    text = ngettext(
        "{never} of {count} regular never got anything",
        "{never} of {count} regulars never got anything",
        regulars,
    )
    return fill(text, never=never, count=regulars)


def _pairs(report: FairnessReport) -> list[Panel]:
    if not report.pairs:
        return []
    panel = Panel("surface", _("Worth a look"), "eye")
    for one in report.pairs:
        panel.add(Text(_pair(one, name_of(report.people.get(one.customer)))))
        panel.add(Text(_compared(one), "small", "ink2"))
    panel.add(Text(_("There may be a good reason. Ask before you think."), "small", "ink3"))
    return [panel]


def _pair(pair: Favourite, name: str) -> str:
    text = ngettext(
        "{name} got something from {staff} on {gifted} of {count} visit.",
        "{name} got something from {staff} on {gifted} of {count} visits.",
        pair.together,
    )
    return fill(text, name=name, staff=pair.staff, gifted=pair.gifted, count=pair.together)


def _compared(pair: Favourite) -> str:
    if pair.elsewhere:
        text = _("With others on {there} of {visits}; {staff} with everybody else on {theirs} of "
                 "{others}. {odds}")  # fmt: skip
    else:
        text = _("{staff} with everybody else on {theirs} of {others}. {odds}")
    return fill(
        text, there=pair.gifted_elsewhere, visits=pair.elsewhere, staff=pair.staff,
        theirs=pair.gifted_others, others=pair.others, odds=_odds(pair.odds),
    )  # fmt: skip


def _odds(odds: float) -> str:
    """In words that do not sound like proof."""
    if odds * _SELDOM < 1:
        return _("Chance alone would hardly ever do that.")
    looks = int(1 / odds)
    looks -= looks % 10 ** (len(str(looks)) - 1)
    return fill(_("Chance alone does that less than once in {looks} times."), looks=looks)


def _all(share: Share) -> str:
    text = ngettext(
        "In all, something was given on {gifted} of {count} visit: {share}",
        "In all, something was given on {gifted} of {count} visits: {share}",
        share.visits,
    )
    return fill(text, gifted=share.gifted, count=share.visits, share=_percent(share))


def _shares(heading: str, groups: Mapping[_Group, Share], note: str = "") -> list[Panel]:
    text = _("{share} · {gifted} of {visits}")
    rows = [
        BarRow(
            str(label),
            part.gifted,
            part.visits,
            fill(text, share=_percent(part), gifted=part.gifted, visits=part.visits),
        )
        for label, part in groups.items()
    ]
    return bar_panel(heading, rows, note)


def _percent(share: Share) -> Percent:
    return Percent(round(share.points / _HUNDRED) * _HUNDRED)


def _stage(stage: str) -> str:
    return _(Stage(stage).label) if stage else _("Not known")
