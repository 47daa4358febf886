"""Scan, Enter: the main journey, and everything that must not record."""

from tests.bots import Cashier

ROSA, OLEG = "20471100", "20471117"


def test_scan_and_enter_record_the_usual(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    assert at_counter.greeting() == "“Morning, Rosa!”"
    assert at_counter.primary() == "Had the usual"
    at_counter.presses("Enter")
    assert at_counter.visits_today() == 1
    assert at_counter.last_basket("Rosa Delgado") == ["Almond croissant", "Flat white"]
    assert at_counter.toast() == "Visit recorded for Rosa"
    assert at_counter.sees("1 visit so far")
    assert at_counter.sees("“Have a lovely day, Rosa!”")
    assert at_counter.typed() == ""


def test_a_tap_on_the_green_button_records_too(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Had the usual")
    assert at_counter.visits_today() == 1


def test_the_scanners_own_enter_only_opens(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    assert at_counter.sees("Rosa Delgado · last here Tuesday")
    assert at_counter.visits_today() == 0


def test_the_same_card_scanned_twice_in_a_moment_opens_once(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    opened = at_counter.page.journey.visit
    at_counter.scans(ROSA)
    assert at_counter.page.journey.visit is opened
    assert at_counter.visits_today() == 0


def test_enter_just_after_the_card_opened_is_ignored(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Enter", after_ms=340)
    assert at_counter.visits_today() == 0
    at_counter.presses("Enter", after_ms=20)
    assert at_counter.visits_today() == 1


def test_a_held_enter_records_nothing(at_counter: Cashier) -> None:
    at_counter.types("rosa").holds("Enter", times=40)
    assert at_counter.greeting() == "“Morning, Rosa!”"
    assert at_counter.visits_today() == 0


def test_a_held_enter_records_only_once(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).holds("Enter", times=40)
    assert at_counter.visits_today() == 1


def test_escape_closes_the_card_and_records_nothing(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Esc")
    assert at_counter.sees("Friday 21 November")
    assert at_counter.visits_today() == 0


def test_somebody_without_a_usual_gets_the_best_sellers_to_choose_from(
    at_counter: Cashier,
) -> None:
    at_counter.types("wei").presses("Enter")
    assert at_counter.primary() == "Record visit"
    at_counter.taps("Flat white")
    assert at_counter.primary() == "Record: Flat white"
    at_counter.presses("Enter")
    assert at_counter.last_basket("Wei Ito") == ["Flat white"]


def test_a_long_day_leaves_no_widgets_behind(at_counter: Cashier) -> None:
    def counted() -> int:
        at_counter.scans(ROSA).presses("Enter").scans(OLEG).presses("Enter")
        return len(at_counter.window.findChildren(object))

    counted()
    first = counted()
    for _ in range(10):
        last = counted()
    assert last == first
