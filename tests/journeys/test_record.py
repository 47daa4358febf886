"""Scan, Enter: the main journey, and everything that must not record."""

from tests.bots import Cashier

ROSA, OLEG = "20471100", "20471117"


def test_scan_and_enter_record_the_usual(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    assert at_counter.greeting() == "“Morning, Rosa!”"
    assert at_counter.primary() == "Had the usual"
    at_counter.presses("Enter")
    assert at_counter.actions == 1
    assert at_counter.visits_today() == 1
    assert at_counter.last_basket("Rosa Delgado") == ["Almond croissant", "Flat white"]
    assert "Visit recorded for Rosa" in at_counter.toast()
    assert at_counter.sees("1 visit so far")
    assert at_counter.typed() == ""
