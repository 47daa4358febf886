"""Days worth remembering, kept at the counter with a queue waiting."""

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from tests.bots import Cashier
from ui.counter.sheets.celebration import CelebrationSheet

ROSA, OLEG = "20471100", "20471117"


def kept(cashier: Cashier) -> list[Celebration]:
    visit = cashier.page.journey.visit
    assert visit is not None
    return sorted(visit.found.facts.celebrations, key=lambda one: one.n)


def sheet_of(cashier: Cashier) -> CelebrationSheet:
    sheet = cashier.page.desk.sheet
    assert isinstance(sheet, CelebrationSheet)
    return sheet


def test_a_birthday_is_a_key_a_day_a_month_and_enter(at_counter: Cashier) -> None:
    at_counter.scans(OLEG)
    actions = at_counter.actions
    at_counter.presses("Ctrl+D").types("4").presses("Tab").types("1").presses("Enter")
    assert at_counter.actions - actions == 5
    assert at_counter.toast() == "Kept: Mr Marchenko’s birthday"
    assert [one.date for one in kept(at_counter)] == [PartialDate(None, 1, 4)]
    at_counter.presses("Ctrl+Z")
    assert kept(at_counter) == []


def test_the_month_is_typed_as_a_number_or_by_its_letter(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+D").types("24").presses("Tab").types("12")
    assert sheet_of(at_counter).ways.row.month.month == 12
    at_counter.types("m")
    assert sheet_of(at_counter).ways.row.month.text() == "March"
    at_counter.presses("Up")
    assert sheet_of(at_counter).ways.row.month.month == 2


def test_a_day_that_does_not_exist_gets_one_sentence(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+D").types("31").presses("Tab").types("4").presses("Enter")
    assert at_counter.sees("April has no 31; it ends on the 30.")
    assert kept(at_counter) == []


def test_the_29th_of_february_asks_for_the_day_in_other_years(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+D").types("29").presses("Tab").types("2")
    at_counter.taps("1 Mar").presses("Enter")
    (birthday,) = kept(at_counter)
    assert (birthday.date, birthday.leap) == (PartialDate(None, 2, 29), LeapPolicy.MARCH)


def test_a_known_birthday_is_corrected_not_doubled(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+D").types("4").presses("Tab").types("1").presses("Enter")
    at_counter.presses("Ctrl+D").types("5").presses("Tab").types("1").presses("Enter")
    assert at_counter.sees("birthday is kept already, on another day")
    at_counter.taps("Correct it")
    assert [one.date for one in kept(at_counter)] == [PartialDate(None, 1, 5)]
    at_counter.presses("Ctrl+Z")
    assert [one.date for one in kept(at_counter)] == [PartialDate(None, 1, 4)]


def test_the_same_day_twice_is_said_politely(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+D").types("4").presses("Tab").types("1").presses("Enter")
    at_counter.presses("Ctrl+D").types("4").presses("Tab").types("1").presses("Enter")
    assert at_counter.sees("That day is kept already.")
    assert len(kept(at_counter)) == 1


def test_a_pets_day_is_the_pets(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Ctrl+D").taps("Name day").taps("Biscuit")
    at_counter.page.desk.sheet.start()
    at_counter.types("6").presses("Tab").types("5").presses("Enter")
    day = next(one for one in kept(at_counter) if one.kind is CelebrationKind.NAME_DAY)
    assert (day.who, day.date) == ("Biscuit", PartialDate(None, 5, 6))


def test_a_row_opens_its_day_to_be_changed_and_removed(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Ana’s birthday")
    sheet = sheet_of(at_counter)
    assert (sheet.ways.row.day.text(), sheet.ways.row.month.month) == ("29", 11)
    at_counter.taps("Remove this day")
    assert at_counter.toast() == "Removed: Ana’s birthday"
    assert "Ana" not in [one.who for one in kept(at_counter)]
    at_counter.presses("Ctrl+Z")
    assert "Ana" in [one.who for one in kept(at_counter)]
    at_counter.taps("Ana’s birthday")
    sheet_of(at_counter).ways.row.day.set_text("28")
    at_counter.presses("Enter")
    assert PartialDate(None, 11, 28) in [one.date for one in kept(at_counter)]


def test_a_surprise_is_kept_from_somebody_at_home(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Ctrl+D").taps("Anniversary").taps("More")
    sheet = sheet_of(at_counter)
    sheet.surprised[0][0].click()
    sheet.start()
    at_counter.types("30").presses("Tab").types("11").presses("Enter")
    day = next(one for one in kept(at_counter) if one.date == PartialDate(None, 11, 30))
    assert len(day.hidden_from) == 1
    assert at_counter.sees("Don’t mention it to Tomás.")
