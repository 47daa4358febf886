from pos_companion.model.people import HouseholdMember, Species
from tests.layout_eyes import nameless, too_small
from ui.kit import Chip
from ui.panels import Intent, Wish
from ui.panels.family import FamilyPanel

TOMAS = HouseholdMember(1, "Tomás", "husband")
AOIFE = HouseholdMember(2, "Aoife", "friend", say_as="EE-fa")
BISCUIT = HouseholdMember(3, "Biscuit", "", Species.DOG)


def chips(family):
    return [one for one in family.panel.findChildren(Chip) if one.isVisible()]


def test_nobody_around_is_no_box(look, shown) -> None:
    assert not look(FamilyPanel()).at(shown())


def test_people_and_pets_are_tags(look, shown) -> None:
    family = look(FamilyPanel())
    assert family.at(shown(household=(TOMAS, AOIFE, BISCUIT)))
    assert [one.text() for one in chips(family)] == [
        "Tomás · husband",
        "Aoife (EE-fa) · friend",
        "Biscuit",
        "Add",
    ]
    assert too_small(family.panel) + nameless(family.panel) == []


def test_how_to_say_a_name_stands_there_without_a_relation_as_well(look, shown) -> None:
    family = look(FamilyPanel())
    family.at(shown(household=(HouseholdMember(4, "Siân", say_as="Sharn"),)))
    assert chips(family)[0].text() == "Siân (Sharn)"


def test_a_tag_tells_more_about_one_of_them_and_the_last_adds_somebody(look, shown) -> None:
    family = look(FamilyPanel())
    family.at(shown(household=(TOMAS, BISCUIT)))
    for chip in chips(family):
        chip.click()
    assert family.wishes == [
        Intent(Wish.MEMBER, TOMAS),
        Intent(Wish.MEMBER, BISCUIT),
        Intent(Wish.ADD_MEMBER),
    ]
