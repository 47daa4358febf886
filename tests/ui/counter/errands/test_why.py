"""Why this offer: what speaks for it, and what the shop promised."""

from dataclasses import replace

from tests.bots import Cashier

ROSA = "20471100"
PROMISE = "Whoever belongs to the family is never forgotten."


def test_the_promise_a_rule_keeps_stands_under_why_the_shop_does_it(at_counter: Cashier) -> None:
    rulebook = at_counter.shop.storage.rulebook
    rule = rulebook.get("pet-birthday")
    with at_counter.shop.storage.transaction():
        rulebook.save(replace(rule, promise=PROMISE), at_counter.shop.clock.now())
    at_counter.scans(ROSA).presses("Shift+F3")
    assert at_counter.sees(f"It keeps our promise: {PROMISE}")
