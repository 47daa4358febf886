from pos_companion.model.people import HouseholdMember, Species
from ui.panels.family import FamilyPanel


def test_nobody_around_is_no_box(look, shown) -> None:
    assert not look(FamilyPanel()).at(shown())


def test_people_and_pets_are_tags(look, shown) -> None:
    family = look(FamilyPanel())
    household = (
        HouseholdMember(1, "Tomás", "husband"),
        HouseholdMember(2, "Aoife", "friend", say_as="EE-fa"),
        HouseholdMember(3, "Biscuit", "", Species.DOG),
    )
    assert family.at(shown(household=household))
    assert family.texts() == [
        "Family & pets",
        "Tomás · husband",
        "Aoife (EE-fa) · friend",
        "Biscuit",
    ]
