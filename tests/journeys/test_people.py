"""New faces, known ones edited, what they told us, what we owe."""

from dataclasses import replace

import pytest

from tests.bots import Cashier

ROSA, OLEG, NEW_CARD = "20471100", "20471117", "20479990"


def test_a_name_and_enter_add_somebody_and_record_the_visit(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").presses("Enter")
    assert at_counter.visits_today() == 1
    assert "Hanna" in at_counter.toast()
    at_counter.types("hanna")
    assert at_counter.sees("Hanna Lind")


def test_adding_can_be_undone(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").presses("Enter").presses("Ctrl+Z")
    assert at_counter.visits_today() == 0
    at_counter.types("hanna lind")
    assert at_counter.sees("Nobody by that name yet")


def test_what_they_just_had_is_their_first_visit(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").taps("Flat white").presses("Enter")
    assert at_counter.last_basket("Hanna Lind") == ["Flat white"]


def test_the_yes_is_never_ticked_before_they_said_it(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8")
    assert not at_counter.button("They said yes").isChecked()
    assert at_counter.sees("Without a yes we keep only the name and the visit.")


def test_without_a_yes_more_than_the_name_cannot_be_filled_in(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8")
    sheet = at_counter.page.desk.sheet
    more = [sheet.phone, sheet.phone.edit, at_counter.button("Birthday")]
    assert not any(widget.isEnabled() for widget in more)
    assert at_counter.button("Flat white").isEnabled()
    at_counter.taps("They said yes")
    assert all(widget.isEnabled() for widget in more)
    assert not at_counter.sees("Without a yes we keep only the name and the visit.")


def test_a_yes_taken_back_keeps_only_the_name_and_the_visit(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").taps("They said yes")
    at_counter.page.desk.sheet.phone.set_text("0888 555 777")
    at_counter.taps("They said yes").taps("Save and record visit").waits(5000)
    assert at_counter.visits_today() == 1
    at_counter.types("555777")
    assert not at_counter.sees("Hanna Lind")


@pytest.mark.parametrize("who", [ROSA, OLEG])
def test_editing_keeps_what_nobody_touched(at_counter: Cashier, who: str) -> None:
    before = at_counter.scans(who).page.journey.visit.found.card.customer
    at_counter.presses("F8").taps("Save")
    assert at_counter.page.journey.visit.found.card.customer == before


def test_a_yes_that_is_withdrawn_while_editing_deletes_nothing_by_itself(
    at_counter: Cashier,
) -> None:
    before = at_counter.scans(ROSA).page.journey.visit.found.card.customer
    at_counter.presses("F8").taps("What they allow us to keep").taps("No")
    after = at_counter.page.journey.visit.found.card.customer
    # The answer itself is all that is different; what they refused follows from it.
    assert after == replace(before, remember=False, refused=frozenset({"memory"}))
    at_counter.presses("Esc").presses("Esc")
    assert not at_counter.sees("Teaches piano on Thursdays")
    at_counter.presses("Ctrl+Z")
    assert at_counter.page.journey.visit.found.card.customer == before
    assert at_counter.sees("Teaches piano on Thursdays")


def test_a_new_card_is_added_with_its_owner(at_counter: Cashier) -> None:
    at_counter.scans(NEW_CARD)
    assert at_counter.sees("New card")
    at_counter.presses("F8").types("Hanna Lind").presses("Enter").waits(5000)
    at_counter.scans(NEW_CARD)
    assert at_counter.sees("Hanna Lind ·")


def test_a_new_card_is_given_to_somebody_known(at_counter: Cashier) -> None:
    at_counter.scans(NEW_CARD).taps("Give this card to…").types("greta").presses("Enter")
    assert at_counter.sees("Greta Novak · last here")
    at_counter.presses("Esc").waits(5000).scans(NEW_CARD)
    assert at_counter.sees("Greta Novak · last here")


def test_editing_shows_at_once_and_can_be_undone(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F8")
    at_counter.page.desk.sheet.called.set_text("Oleg")
    at_counter.taps("How to greet them").taps("Greet them formally").taps("Save")
    assert at_counter.greeting() == "“Morning, Oleg!”"
    at_counter.presses("Ctrl+Z")
    assert at_counter.greeting() == "“Good morning, Mr Marchenko.”"


def test_one_line_they_told_me_is_kept_and_shown(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F5").types("Learning the cello").presses("Enter")
    assert at_counter.sees("Learning the cello")
    assert at_counter.primary() == "Had the usual"
    assert at_counter.visits_today() == 0
    at_counter.presses("Ctrl+Z")
    assert not at_counter.page.told.isVisible()
    assert not any("cello" in text for text in at_counter.texts() if "Kept" not in text)


def test_what_we_owe_is_put_right_with_one_key(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F6")
    assert at_counter.sees("“Sorry about the oat milk on Tuesday. Today’s is on us.”")
    at_counter.presses("1")
    assert not at_counter.sees("We owe them")
    at_counter.presses("Ctrl+Z")
    assert at_counter.sees("We owe them")


def test_the_whole_amber_panel_is_a_button(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("We owe them")
    assert at_counter.sees("Put right now")


def test_a_birthday_on_a_leap_day_asks_about_other_years(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").taps("They said yes").taps("Birthday")
    row = at_counter.page.desk.sheet.dates[0][2]
    row.day.edit.setFocus()
    at_counter.types("29")
    row.month.pick(2)
    at_counter.settle()
    assert at_counter.sees("29 February: in other years, wish them on")
    at_counter.taps("1 Mar").taps("Save and record visit")
    assert at_counter.visits_today() == 1


def test_a_day_that_does_not_exist_is_said_and_nothing_is_lost(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").taps("They said yes").taps("Birthday")
    row = at_counter.page.desk.sheet.dates[0][2]
    row.day.set_text("31")
    row.month.pick(2)
    at_counter.taps("Save and record visit")
    assert at_counter.sees("One of the days does not exist.")
    assert at_counter.visits_today() == 0


def test_a_refusal_is_said_on_the_sheet_that_covers_the_page(at_counter: Cashier) -> None:
    at_counter.types("4111 1111 1111 1111 x").presses("F8").presses("Enter")
    at_counter.page.desk.sheet.name.set_text("4111 1111 1111 1111")
    at_counter.taps("Save and record visit")
    assert at_counter.sees("That looks like a payment card number. It was not kept.")
    assert at_counter.visits_today() == 0


def test_a_card_scanned_while_adding_somebody_becomes_theirs(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").scans(NEW_CARD)
    assert at_counter.sees("The card that was scanned will be theirs.")
    assert at_counter.page.desk.sheet.name.text() == "Hanna Lind"
    at_counter.presses("Enter").waits(5000).scans(NEW_CARD)
    assert at_counter.sees("Hanna Lind ·")


def test_a_card_of_somebody_else_is_refused_and_nothing_typed_is_lost(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").scans(ROSA).presses("Enter")
    assert at_counter.sees("This card belongs to somebody else already.")
    assert at_counter.page.desk.sheet.name.text() == "Hanna Lind"
