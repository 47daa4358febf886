"""A household made of values, no shop behind it."""

from datetime import date

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.services.home_pages import HouseholdPage, MemberPage
from ui.kit import Text

TODAY = date(2025, 11, 21)
ROSA = Customer(1, "Rosa Delgado", household=7)
TOMAS = Customer(2, "Tomás Delgado", household=7)
HUSBAND = HouseholdMember(11, "Tomás", "husband", customer=2)
ANA = HouseholdMember(12, "Ana", "daughter", Species.CHILD)
BISCUIT = HouseholdMember(13, "Biscuit", "dog", Species.DOG)
LIVER = Fact(1, 4, FactKind.LIKE, "likes liver", about=13, subject="liver")
FOUNDLING = Fact(1, 5, FactKind.NOTE, "was a foundling", Discretion.LOCKED, about=13)
NUTS = Fact(1, 6, FactKind.ALLERGY, "avoid: nuts", about=13, subject="nuts")
BIRTHDAY = Celebration(
    1, 1, "Biscuit", CelebrationKind.BIRTHDAY, PartialDate(None, 11, 22), 13, Species.DOG
)
HOME = HouseholdPage(ROSA, (HUSBAND, ANA, BISCUIT), living=(TOMAS,))
DOG = MemberPage(ROSA, BISCUIT, TODAY, (LIVER, FOUNDLING), BIRTHDAY, (BIRTHDAY,))


def heard(signal: SignalInstance) -> list[object]:
    """What a signal says from now on."""
    said: list[object] = []
    signal.connect(said.append)
    return said


def texts(root: QWidget) -> list[str]:
    """The words that are on the screen."""
    return [one.text() for one in root.findChildren(Text) if one.isVisible()]
