"""What a manager looks back on, as tables for spreadsheets."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from babel.numbers import get_currency_precision

from pos_companion.i18n import N_, DayName, Phrase, value_in_words, words
from pos_companion.insight.fairness import Share
from pos_companion.insight.gesture_costs import Spent
from pos_companion.insight.people_words import SOURCES
from pos_companion.model.people import Customer
from pos_companion.model.stages import STEPS, Stage
from pos_companion.services.csv_out import csv_text
from pos_companion.services.fairness import FairnessReport
from pos_companion.services.gesture_costs import CostReport
from pos_companion.services.report_words import (
    REACHED_NOTHING,
    how_beyond,
    name_of,
    reason_in_words,
    staff_in_words,
)
from pos_companion.services.signals import Seen
from pos_companion.services.source_report import SourceReport

_COSTS = (
    N_("By"), N_("What"), N_("Times"), N_("People"), N_("Cost"), N_("Value"),
    N_("Visits with known sales"), N_("Their sales"), N_("Share of their sales, per cent"),
)  # fmt: skip
_FAIRNESS = (
    N_("By"), N_("What"), N_("Visits"), N_("Visits with a gift"), N_("Share, per cent"),
)  # fmt: skip
_SIGNALS = (N_("Worth a look"), N_("Times"), N_("Days"))
_EFFORTS = (N_("Effort"), N_("Day"))
_A_HUNDREDTH = 100

Row = list[object]


def costs_csv(report: CostReport) -> str:
    """One line for each rule, colleague, reason and exception; the whole first."""
    sums = report.costs
    rules = {words(Phrase(report.rules.get(one, one))): part for one, part in sums.by_rule.items()}
    staff = {staff_in_words(one): part for one, part in sums.by_staff.items()}
    reasons = {reason_in_words(one): part for one, part in sums.by_reason.items()}
    beyond = {how_beyond(one): part for one, part in sums.by_exception.items()}
    groups: list[tuple[str, Mapping[str, Spent]]] = [
        (N_("All"), {"": sums.all}),
        (N_("Rule"), rules),
        (N_("Colleague"), staff),
        (N_("Reason"), reasons),
        (N_("Exception"), beyond),
    ]
    rows = [
        [_said(by), what, *_spent(part, report.currency)]
        for by, parts in groups
        for what, part in parts.items()
    ]
    return csv_text(list(map(_said, _COSTS)), rows)


def fairness_csv(report: FairnessReport) -> str:
    """One line for each group, then those who were given nothing."""
    found = report.found
    stages = {_stage(one): part for one, part in found.by_stage.items()}
    weekdays = {value_in_words(DayName(day)): part for day, part in found.by_weekday.items()}
    staff = {staff_in_words(one): part for one, part in found.by_staff.items()}
    groups: list[tuple[str, Mapping[str, Share]]] = [
        (N_("All"), {"": found.all}),
        (N_("Stage"), stages),
        (N_("Day of the week"), weekdays),
        (N_("Colleague"), staff),
        (N_("Tag"), found.by_tag),
        (N_("Segment"), report.by_segment),
    ]
    rows: list[Row] = [
        [_said(by), what, part.visits, part.gifted, _percent(part.points)]
        for by, parts in groups
        for what, part in parts.items()
    ]
    never = _said(N_("Never anything"))
    rows += [[never, _named(report.people, one.customer), one.visits, 0, "0"]
             for one in found.never]  # fmt: skip
    return csv_text(list(map(_said, _FAIRNESS)), rows)


def signals_csv(found: Iterable[Seen]) -> str:
    """One line for each thing that was seen."""
    rows = [
        [words(one.said), one.signal.times, " ".join(day.isoformat() for day in one.signal.days)]
        for one in found
    ]
    return csv_text(list(map(_said, _SIGNALS)), rows)


def sources_csv(report: SourceReport) -> str:
    """One line for each channel with how many reached which step, then what people went through."""
    titles = [_said(N_("Channel")), _said(N_("People")), _said(N_("Sent by somebody"))]
    steps: list[Stage | None] = [None, *STEPS]
    titles += [_said(REACHED_NOTHING) if step is None else _said(step.label) for step in steps]
    rows: list[Row] = [
        [
            _said(SOURCES[one.source]),
            one.people,
            one.was_sent,
            *(one.reached.get(at, 0) for at in steps),
        ]
        for one in report.channels
    ]
    rows.append([_said(N_("Not known")), report.never_asked])
    rows += [[], list(map(_said, _EFFORTS))]
    rows += [
        [effort.text, effort.day.isoformat()] for one in report.channels for effort in one.efforts
    ]
    return csv_text(titles, rows)


def _said(text: str) -> str:
    return words(Phrase(text))


def _spent(part: Spent, currency: str) -> Row:
    return [
        part.times, part.people, _amount(part.cost, currency), _amount(part.value, currency),
        part.known, _amount(part.sales, currency) if part.known else None,
        None if part.share is None else _percent(part.share),
    ]  # fmt: skip


def _amount(minor: int, currency: str) -> str:
    return str(Decimal(minor).scaleb(-get_currency_precision(currency)))


def _percent(points: int) -> str:
    return str(Decimal(points) / _A_HUNDREDTH)


def _stage(stage: str) -> str:
    return _said(Stage(stage).label) if stage else _said(N_("Not known"))


def _named(people: Mapping[int, Customer], customer: int) -> str:
    return name_of(people.get(customer))
