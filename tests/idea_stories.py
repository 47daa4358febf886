"""Pictures of ideas: heard, decided on, and told back."""

from collections.abc import Callable

from pos_companion.model.ideas import IdeaState
from pos_companion.services.ideas import add_idea, set_idea
from pos_companion.services.look_up import find
from tests.bots import Cashier
from ui.office.ideas import IdeasPage

DOCK, FULL, LARGE = (440, 900), (1280, 800), (1280, 1120)


def ideas(cashier: Cashier) -> IdeasPage:
    """The page, with some of them."""
    rosa, oleg = (find(cashier.shop, who)[0].customer.id for who in ("rosa", "oleg"))
    add_idea(cashier.shop, oleg, "open a little earlier on Saturdays, before the market begins")
    bench = add_idea(cashier.shop, rosa, "a bench outside, in the sun")
    set_idea(cashier.shop, bench, IdeaState.PLANNED)
    glass = add_idea(cashier.shop, rosa, "milk in glass bottles")
    set_idea(cashier.shop, glass, IdeaState.DONE, "The first ones come on Monday.")
    cashier.window.show_room("ideas")
    cashier.settle()
    page = cashier.window.rooms.pages["ideas"]
    assert isinstance(page, IdeasPage)
    return page


def put_off(cashier: Cashier) -> None:
    """One that is not for now, with the line for the reason."""
    ideas(cashier).rows[0].ask(IdeaState.NOT_NOW)
    cashier.settle()


def to_tell(cashier: Cashier) -> None:
    """A card with an idea that is done."""
    ideas(cashier)
    cashier.window.show_counter()
    cashier.types("rosa").presses("Enter")
    cashier.settle()


def heard(cashier: Cashier) -> None:
    """An idea, while it is written down."""
    cashier.types("rosa").presses("Enter").presses("F5").types("idea: milk in glass bottles")
    cashier.settle()


Story = Callable[[Cashier], object]

STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("350-ideas", FULL, "light", ideas),
    ("351-ideas-dock-dark", DOCK, "dark", put_off),
    ("352-ideas-german", DOCK, "light", ideas),
    ("353-ideas-200-percent", LARGE, "light", put_off),
    ("354-idea-to-tell", DOCK, "light", to_tell),
    ("355-idea-to-tell-full", FULL, "light", to_tell),
    ("356-idea-heard", DOCK, "light", heard),
    ("357-idea-to-tell-arabic", DOCK, "light", to_tell),
)
