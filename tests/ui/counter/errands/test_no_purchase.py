"""They bought nothing: two taps, and it can be undone like any other visit."""

import pytest

from tests.bots import Cashier

ROSA = "20471100"


@pytest.mark.parametrize(
    ("words", "kind"),
    [("They only looked", "looked"), ("We talked", "chatted"), ("They phoned", "phoned")],
)
def test_a_visit_without_a_purchase_is_two_taps(at_counter: Cashier, words: str, kind: str) -> None:
    at_counter.scans(ROSA).presses("Shift+F4").taps(words)
    assert at_counter.toast() == "Visit recorded for Rosa"
    assert at_counter.shop is not None
    kept = "SELECT kind, total FROM visit ORDER BY ts DESC LIMIT 1"
    assert at_counter.shop.storage.rows(kept) == [(kind, 0)]
    at_counter.presses("Ctrl+Z")
    assert at_counter.visits_today() == 0
    assert at_counter.greeting() == "“Morning, Rosa!”"
