"""The list of what can be done: keys, their map and the palette read the same one."""

from ui.counter.commands import Command, Commands, Place


def nothing() -> None:
    """Do nothing."""


COMMANDS = Commands(
    [
        Command("Enter", "open the first one found"),
        Command("F8", "add somebody new", nothing),
        Command("F8", "edit this customer", nothing, Place.CARD),
        Command("", "Theme", nothing, Place.WINDOW),
        Command("F12", "lock", nothing, Place.WINDOW),
    ]
)


def test_one_key_may_mean_another_thing_on_a_card() -> None:
    on_card, anywhere = (COMMANDS.on_key("F8", place) for place in (Place.CARD, Place.ANYWHERE))
    assert on_card is not None
    assert anywhere is not None
    assert (on_card.label, anywhere.label) == ("edit this customer", "add somebody new")


def test_a_key_that_is_only_explained_does_nothing() -> None:
    assert COMMANDS.on_key("Enter", Place.ANYWHERE) is None


def test_what_has_no_key_can_still_be_found() -> None:
    assert COMMANDS.on_key("", Place.WINDOW) is None
    assert COMMANDS.keys(Place.WINDOW) == {"F12"}
    assert [one.label for one in COMMANDS.doable(has_card=False)] == [
        "add somebody new",
        "Theme",
        "lock",
    ]


def test_with_a_card_open_what_is_about_it_comes_first() -> None:
    assert COMMANDS.doable(has_card=True)[0].label == "edit this customer"
