"""F8 on a card: what is seldom needed is folded, and nothing that was typed is lost."""

from pos_companion.model.people import PreferredChannel, Source
from pos_companion.services.about_them import about_them
from tests.bots import Cashier
from tests.state import everything

ROSA, OLEG = "20471100", "20471117"


def known(cashier: Cashier):
    return about_them(cashier.shop, cashier.page.journey.visit.found.card.customer.id)


def test_how_to_reach_them_by_keyboard_alone(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F8")
    at_counter.page.desk.sheet.reach.head.setFocus()
    at_counter.presses("Enter")
    sheet = at_counter.page.desk.sheet
    assert at_counter.keyboard() is sheet.phone.edit
    sheet.channels[PreferredChannel.PHONE].setFocus()
    at_counter.presses("Space")
    sheet.best_time.edit.setFocus()
    at_counter.types("after six").presses("Enter")
    customer = known(at_counter).customer
    assert (customer.channel, customer.best_time) == (PreferredChannel.PHONE, "after six")


def test_the_first_way_they_found_us_stays_and_more_are_added(at_counter: Cashier) -> None:
    before = everything(at_counter.scans(ROSA).shop)
    for source in (Source.EVENT, Source.SEARCH):
        at_counter.presses("F8").taps("How they found us")
        at_counter.page.desk.sheet.source.chips[source].click()
        at_counter.taps("Save")
    assert [one.source for one in known(at_counter).touches] == [Source.EVENT, Source.SEARCH]
    at_counter.presses("F8")
    assert "An event" in at_counter.button("How they found us").text()
    at_counter.taps("How they found us")
    assert at_counter.sees("Another time they came across us:")
    at_counter.presses("Esc").presses("Ctrl+Z")
    assert [one.source for one in known(at_counter).touches] == [Source.EVENT]
    assert everything(at_counter.shop) != before


def test_what_matters_to_them_is_a_fact_of_that_kind(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F8").taps("What matters to them").types("His choir")
    at_counter.presses("Enter")
    assert [one.text for one in known(at_counter).matters] == ["His choir"]
    at_counter.presses("Ctrl+Z")
    assert known(at_counter).matters == ()


def test_a_friend_who_sent_them_is_looked_up(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F8").taps("How they found us").taps("A friend")
    source = at_counter.page.desk.sheet.source
    source.people.line.edit.setFocus()
    at_counter.types("rosa")
    source.people.flush()
    at_counter.presses("Enter")
    assert at_counter.sees("Sent by Rosa Delgado")
    at_counter.presses("Ctrl+S")
    (touch,) = known(at_counter).touches
    assert touch.referred_by == at_counter.shop.storage.search.by_card(ROSA)[0]


def test_what_was_typed_is_kept_before_another_sheet_opens(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F8")
    at_counter.page.desk.sheet.called.set_text("Oleg")
    at_counter.taps("What they allow us to keep")
    assert at_counter.toast() == "Saved: Oleg Marchenko"
    assert known(at_counter).customer.call_name == "Oleg"
    at_counter.presses("Esc")
    assert at_counter.page.desk.sheet.called.text() == "Oleg"


def test_a_refusal_keeps_the_sheet_and_all_that_was_typed(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F8").taps("What matters to them")
    at_counter.types("4111 1111 1111 1111").taps("Their last visits")
    assert at_counter.sees("That looks like a payment card number. It was not kept.")
    assert at_counter.page.desk.sheet.more.text() == "4111 1111 1111 1111"


def test_after_a_no_only_name_and_greeting_can_be_changed(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F8").taps("What they allow us to keep").taps("No")
    at_counter.presses("Esc")
    sheet = at_counter.page.desk.sheet
    assert sheet.greet.head.isEnabled()
    assert not any(fold.head.isEnabled() for fold in (sheet.reach, sheet.matters, sheet.found))
    assert sheet.reach.head.accessibleDescription().startswith("They said no to us remembering")


def test_a_scanned_card_is_shown_where_it_is_kept(at_counter: Cashier) -> None:
    at_counter.types("greta").presses("Enter").presses("F8").scans("20479990")
    assert at_counter.page.desk.sheet.card.isVisible()
    at_counter.taps("Save")
    assert known(at_counter).customer.card == "20479990"


def test_tags_are_one_line_with_commas(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F8").taps("What matters to them")
    at_counter.page.desk.sheet.tags.edit.setFocus()
    at_counter.types("choir, market").presses("Enter")
    assert known(at_counter).customer.tagged == {"choir", "market"}
    at_counter.presses("F8")
    assert "choir, market" in at_counter.button("What matters to them").text()
    at_counter.presses("Esc").presses("Ctrl+Z")
    assert known(at_counter).customer.tags == ""
