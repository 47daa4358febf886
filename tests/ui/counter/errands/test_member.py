"""One person or pet at home: told, saved, shared, mourned."""

from pos_companion.model.facts import Discretion
from tests.bots import Cashier
from ui.counter.sheets.household import HouseholdSheet
from ui.counter.sheets.member import MemberSheet
from ui.kit import Chip, Text

ROSA, OLEG = "20471100", "20471117"


def sheet(cashier: Cashier) -> MemberSheet:
    """The open sheet of somebody."""
    found = cashier.page.desk.sheet
    assert isinstance(found, MemberSheet)
    return found


def told(cashier: Cashier) -> list[str]:
    """What stands on the open card."""
    visit = cashier.page.journey.visit
    assert visit is not None
    return [one.text for one in visit.found.card.facts]


def coming(cashier: Cashier) -> list[str]:
    """Whose days are coming up."""
    visit = cashier.page.journey.visit
    assert visit is not None
    return [one.celebration.who for one in visit.found.card.celebrations]


def test_what_a_dog_likes_is_a_tap_a_word_and_one_key(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    actions = at_counter.actions
    at_counter.taps("Biscuit · dog").types("liver").presses("Enter")
    assert at_counter.actions - actions == 1 + len("liver") + 1
    assert at_counter.toast() == "Kept: likes liver"
    assert at_counter.sees("likes liver")
    assert "likes liver" in told(at_counter)
    at_counter.presses("Ctrl+Z")
    assert not at_counter.sees("likes liver")
    assert "likes liver" not in told(at_counter)


def test_something_to_avoid_is_never_to_be_said(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Biscuit · dog").taps("has to avoid").types("onions")
    at_counter.presses("Enter").taps("avoid: onions")
    labels = [one.text() for one in at_counter.visible(type(sheet(at_counter).quiet))]
    assert "Say" not in labels
    assert {"Know", "Locked"} <= set(labels)


def test_a_fact_is_locked_and_found_behind_the_lock(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Biscuit · dog").types("liver").presses("Enter")
    at_counter.taps("likes liver").taps("Locked")
    assert "likes liver" not in told(at_counter)
    assert "likes liver" not in [one.text() for one in at_counter.visible(Text)]
    at_counter.taps("Locked: 1").taps("likes liver").taps("Say")
    assert "likes liver" in told(at_counter)


def test_who_may_learn_it_is_chosen_with_keys_alone(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Biscuit · dog").types("liver").presses("Enter")
    at_counter.button("likes liver").setFocus()
    at_counter.presses("Enter")
    focused = at_counter.keyboard()
    assert isinstance(focused, Chip)
    assert focused.text() == "Know"
    at_counter.presses("Shift+Tab").presses("Space")
    assert at_counter.toast() == "Kept: likes liver"
    assert at_counter.keyboard() is sheet(at_counter).facts.line.edit
    visit = at_counter.page.journey.visit
    assert visit is not None
    kept = next(one for one in visit.found.card.facts if one.text == "likes liver")
    assert kept.discretion is Discretion.SAY


def test_what_is_wrong_goes_with_one_tap_and_comes_back_with_one(at_counter: Cashier) -> None:
    allergy = "Ana has a peanut allergy"
    at_counter.scans(ROSA).taps("Ana · daughter").taps(allergy).taps("That’s wrong")
    assert allergy not in told(at_counter)
    at_counter.presses("Ctrl+Z")
    assert allergy in told(at_counter)


def test_a_birthday_and_a_name_are_saved_and_undone_together(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).taps("Iryna · wife")
    open_sheet = sheet(at_counter)
    assert open_sheet.action.isHidden()
    open_sheet.say_as.edit.setFocus()
    at_counter.types("ee-RY-na")
    open_sheet.birthday.day.edit.setFocus()
    at_counter.types("24")
    open_sheet.birthday.month.pick(11)
    at_counter.presses("Ctrl+S")
    assert at_counter.toast() == "Saved: Iryna"
    assert coming(at_counter) == ["Iryna"]
    assert at_counter.sees("Iryna (ee-RY-na) · wife")
    at_counter.presses("Ctrl+Z")
    assert coming(at_counter) == []
    assert at_counter.sees("Iryna · wife")


def test_a_day_can_be_forgotten_or_left_in_peace(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Biscuit · dog").taps("Do not celebrate").presses("Ctrl+S")
    assert "Biscuit" not in coming(at_counter)
    at_counter.presses("Ctrl+Z")
    assert "Biscuit" in coming(at_counter)
    at_counter.taps("Biscuit · dog").taps("Forget the day").presses("Ctrl+S")
    assert "Biscuit" not in coming(at_counter)
    at_counter.presses("Ctrl+Z")
    assert "Biscuit" in coming(at_counter)


def test_a_day_that_does_not_exist_is_asked_again(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).taps("Iryna · wife")
    open_sheet = sheet(at_counter)
    open_sheet.birthday.day.edit.setFocus()
    at_counter.types("31")
    open_sheet.birthday.month.pick(2)
    at_counter.presses("Ctrl+S")
    assert at_counter.sees("That day does not exist. Please look again.")


def test_sad_news_is_two_taps_gentle_and_undone(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    actions = at_counter.actions
    at_counter.taps("Biscuit · dog").taps("No longer with us")
    assert at_counter.actions - actions == 2
    assert at_counter.page.desk.sheet is None
    assert at_counter.toast() == "Nobody will ask about Biscuit any more"
    assert "Don’t ask about Biscuit." in told(at_counter)
    assert "Biscuit" not in coming(at_counter)
    at_counter.presses("Ctrl+Z")
    assert "Don’t ask about Biscuit." not in told(at_counter)
    assert "Biscuit" in coming(at_counter)


def test_not_part_of_the_family_any_more_is_as_quiet(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Tomás · husband").taps("Not part of the family any more")
    assert "Don’t ask about Tomás." in told(at_counter)
    assert not at_counter.sees("Tomás · husband")


def test_a_card_makes_somebody_a_customer_and_then_leads_to_theirs(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Tomás · husband").scans("20479990")
    assert at_counter.toast() == "The card belongs to Tomás now"
    at_counter.presses("Ctrl+Z").waits(5000).scans("20479990")
    assert at_counter.toast() == "The card belongs to Tomás now"
    at_counter.presses("Esc").taps("Tomás, husband").presses("Enter")
    visit = at_counter.page.journey.visit
    assert visit is not None
    assert visit.found.card.customer.name == "Tomás"


def test_a_card_over_the_sheet_of_a_pet_opens_whoever_it_belongs_to(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Biscuit · dog").scans(OLEG)
    visit = at_counter.page.journey.visit
    assert visit is not None
    assert visit.found.card.customer.name == "Oleg Marchenko"
    assert at_counter.page.desk.sheet is None


def test_a_pet_is_shared_and_not_shared_any_more(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Biscuit · dog")
    known = sheet(at_counter).known
    assert known is not None
    known.line.edit.setFocus()
    at_counter.types("oleg")
    known.flush()
    at_counter.presses("Enter")
    assert at_counter.toast() == "Biscuit belongs to both homes now"
    at_counter.taps("No longer shared with Oleg Marchenko")
    assert at_counter.toast() == "Biscuit belongs to one home now"
    at_counter.presses("Ctrl+Z")
    assert at_counter.sees("No longer shared with Oleg Marchenko")


def test_the_way_back_leads_to_the_family_and_then_to_the_card(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Biscuit · dog").presses("Esc")
    assert isinstance(at_counter.page.desk.sheet, HouseholdSheet)
    at_counter.presses("Esc")
    assert at_counter.page.desk.sheet is None
