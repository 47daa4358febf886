"""One small something: given, left, turned down, explained."""

from dataclasses import replace

from pos_companion.rules import Rule, RuleState
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.gift import Gift
from tests.bots import Cashier

ROSA, OLEG = "20471100", "20471117"
BISCUIT = "Dog biscuit, peanut-free"


def test_space_adds_the_gift_and_the_button_says_so(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space")
    assert at_counter.primary() == "The usual + gift"
    assert at_counter.sees("Added")
    assert at_counter.left_on_shelf(BISCUIT) == 22
    at_counter.presses("Enter")
    assert at_counter.visits_today() == 1
    assert at_counter.sees(f"{BISCUIT} · 22 left")


def test_space_again_leaves_it(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space").presses("Space")
    assert at_counter.primary() == "Had the usual"
    assert at_counter.left_on_shelf(BISCUIT) == 23


def test_closing_the_card_frees_what_was_promised(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space").presses("Esc")
    assert at_counter.left_on_shelf(BISCUIT) == 23


def test_the_reason_is_the_heading_and_the_allergy_is_for_our_eyes(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    assert at_counter.sees("birthday is tomorrow")
    assert at_counter.sees("“A little something for Biscuit’s birthday.”")
    assert at_counter.sees(BISCUIT)
    assert not at_counter.sees("Nut cookie")


def test_it_is_given_once_a_year(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space").presses("Enter").waits(5000)
    at_counter.scans(ROSA)
    assert not at_counter.sees(BISCUIT)


def test_another_shows_the_next_one_and_leaves_the_first(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space").presses("F3")
    assert at_counter.sees("Came 18 times lately")
    assert at_counter.primary() == "Had the usual"
    assert at_counter.left_on_shelf(BISCUIT) == 23


def test_where_there_is_no_other_gift_the_key_says_so(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F3")
    assert at_counter.sees("There is no other gift for them now.")
    assert at_counter.sees("Give it")


def test_where_only_a_choice_is_left_the_key_says_so(at_counter: Cashier) -> None:
    shop = at_counter.shop
    assert shop is not None
    gifts = tuple(Gift(one) for one in list(shop.storage.stock.gifts("EUR"))[:2])
    choice = Rule("choice", "A choice", AllOf(), gifts, "For you.", "Why not.")
    with shop.storage.transaction():
        for rule in shop.storage.rulebook.rules():
            shop.storage.rulebook.stand(replace(rule, state=RuleState.PAUSED))
        shop.storage.rulebook.save(choice, shop.clock.now())
    at_counter.scans(OLEG).presses("F3")
    assert at_counter.sees("Choose one of the gifts that are shown.")


def test_not_today_asks_nothing_and_does_not_come_back(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).taps("Not today")
    assert not at_counter.sees("Give it")
    at_counter.presses("Enter")
    assert at_counter.visits_today() == 1


def test_why_this_says_why_the_others_did_not_fire(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Shift+F3")
    assert at_counter.sees("Back after a long time")
    assert at_counter.sees("They were here 3 days ago")
    at_counter.presses("Esc")
    assert at_counter.primary() == "Had the usual"


def test_space_in_the_middle_of_a_name_is_a_space(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).types("paula r")
    assert at_counter.typed() == "paula r"
    assert at_counter.left_on_shelf(BISCUIT) == 23


def test_the_last_one_gone_meanwhile_says_so_and_keeps_the_visit(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    assert at_counter.shop is not None
    gift = next(
        one for one in at_counter.shop.storage.stock.gifts("EUR").values() if one.name == BISCUIT
    )
    with at_counter.shop.storage.transaction():
        while at_counter.shop.storage.stock.take(gift.id):
            pass
    at_counter.presses("Space")
    assert BISCUIT in at_counter.bar()
    assert at_counter.primary() == "Had the usual"
    at_counter.presses("Enter")
    assert at_counter.visits_today() == 1


def test_a_held_space_turns_the_gift_on_once(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).holds("Space")
    assert at_counter.primary() == "The usual + gift"
