from datetime import date

from pos_companion.i18n import value_in_words, words
from pos_companion.model.celebrations import Celebration, CelebrationKind, DayAhead
from pos_companion.model.dates import PartialDate, Span
from pos_companion.model.people import Customer
from pos_companion.printouts import Document, Table
from pos_companion.printouts.coming_days import ComingDays

TODAY = date(2025, 11, 21)
ROSA = Customer(1, "Rosa Delgado")


def ahead(day: int, last: int | None = None, relation: str = "") -> DayAhead:
    span = Span(date(2025, 11, day), date(2025, 11, last or day))
    kind = CelebrationKind.BIRTHDAY
    rex = Celebration(1, 1, "Rex", kind, PartialDate(None, 11, None if last else day))
    return DayAhead(rex, ROSA, relation, span, span.days_from(TODAY))


def rows(document: Document) -> list[list[str]]:
    tables = [one for one in document.sections[0].parts if isinstance(one, Table)]
    return [[value_in_words(cell) for cell in row] for table in tables for row in table.rows]


def test_every_celebration_has_its_day_and_whom_to_greet() -> None:
    document = ComingDays(TODAY, 7, (ahead(22, relation="dog"),), "The Corner").document()
    assert words(document.title) == "Celebrations in the next 7 days"
    assert rows(document) == [["Saturday 22 November", "Rex’s birthday (dog)", "Rosa Delgado"]]


def test_a_month_alone_says_that_the_day_is_not_known() -> None:
    document = ComingDays(TODAY, 30, (ahead(1, 30),)).document()
    assert rows(document)[0][0] == "1 Nov to 30 Nov, the day is not known"


def test_an_empty_list_says_so() -> None:
    (line,) = ComingDays(TODAY, 7, ()).document().sections[0].parts
    assert words(line.text) == "Nothing to celebrate that we know of."  # type: ignore[union-attr, arg-type]


def test_a_list_stays_a_list_however_many_there_are() -> None:
    document = ComingDays(TODAY, 7, (ahead(22),) * 405).document()
    assert len(rows(document)) == 400
    assert words(document.sections[0].parts[-1].text) == "And 5 more."  # type: ignore[union-attr, arg-type]
