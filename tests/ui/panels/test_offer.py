from PySide6.QtWidgets import QApplication

from pos_companion.i18n import Phrase
from pos_companion.model.people import HouseholdMember, Species
from ui.panels import Wish
from ui.panels.offer import OfferPanel


def test_no_offer_is_no_box(look, shown) -> None:
    assert not look(OfferPanel()).at(shown())


def test_it_says_the_reason_the_gift_and_the_words(look, shown, biscuit) -> None:
    offer = look(OfferPanel())
    assert offer.at(shown(offer=biscuit()))
    assert offer.texts() == [
        "Biscuit’s birthday is tomorrow",
        "Dog biscuit",
        "“A little something.”",
    ]


def test_what_was_left_out_and_what_to_press_are_for_our_eyes(look, shown, biscuit) -> None:
    offer = look(OfferPanel())
    private, key = Phrase("Nuts are left out."), Phrase("Till: discount key 3.")
    offer.at(shown(offer=biscuit(private=private, on_the_till=key)))
    assert offer.texts()[3:] == ["Nuts are left out.", "Till: discount key 3."]
    offer.at(shown(offer=biscuit()))
    assert "Nuts are left out." not in offer.texts()


def test_the_button_says_whether_it_is_given(look, shown, biscuit) -> None:
    offer = look(OfferPanel())
    offer.at(shown(offer=biscuit()))
    assert (offer.panel.give.text(), offer.panel.give.kind()) == ("Give it", "soft")
    offer.at(shown(offer=biscuit(), given=True))
    assert (offer.panel.give.text(), offer.panel.give.kind()) == ("Added", "on")


def test_each_button_wishes_its_own(look, shown, biscuit) -> None:
    offer = look(OfferPanel())
    offer.at(shown(offer=biscuit(), another=True, explained=True))
    offer.panel.give.click()
    offer.panel.another.click()
    offer.panel.not_today.click()
    offer.panel.why.click()
    wishes = [one.wish for one in offer.wishes]
    assert wishes == [Wish.GIFT, Wish.ANOTHER, Wish.NOT_TODAY, Wish.WHY]


def test_another_held_down_tells_why(look, shown, biscuit, qtbot) -> None:
    offer = look(OfferPanel())
    offer.at(shown(offer=biscuit(), another=True, explained=True))
    offer.panel.another.setDown(True)
    offer.panel.another.pressed.emit()
    qtbot.waitUntil(lambda: bool(offer.wishes))
    QApplication.processEvents()
    assert [one.wish for one in offer.wishes] == [Wish.WHY]


def test_an_animals_gift_has_a_paw(look, shown, biscuit) -> None:
    offer = look(OfferPanel())
    dog = HouseholdMember(3, "Biscuit", "dog", Species.DOG)
    offer.at(shown(offer=biscuit(beneficiary="being:3"), household=(dog,)))
    assert offer.panel.panel.disc.name() == "paw-print"
