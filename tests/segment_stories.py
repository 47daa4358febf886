"""Pictures of segments: the list, one that is written, and a rule that asks for one."""

from collections.abc import Callable

from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.has_pet import Animal, HasPet
from pos_companion.rules.conditions.household_size import Counted, HouseholdSize
from pos_companion.rules.conditions.stage import Stage
from pos_companion.rules.conditions.visits_in_all import VisitsInAll
from pos_companion.rules.segments import Segment
from pos_companion.services.segments import save_segment, segments_kept
from tests.bots import Cashier
from ui.office.rules.page import RulesPage
from ui.office.rules.segment_form import SegmentForm

DOCK, FULL, LARGE = (440, 900), (1280, 800), (1280, 1120)
SEGMENTS = (
    Segment("", "Dog people", HasPet(Animal.DOG)),
    Segment(
        "",
        "Families who come often",
        AllOf((HouseholdSize(1, 0, Counted.CHILDREN), VisitsInAll(5))),
    ),
    Segment("", "Friends of the shop", Stage()),
)


def segments(cashier: Cashier) -> RulesPage:
    """The list, with three of them."""
    there = {one.name for one in segments_kept(cashier.shop)}
    for segment in SEGMENTS:
        if segment.name not in there:
            save_segment(cashier.shop, segment)
    cashier.window.show_room("rules")
    cashier.settle()
    page = cashier.window.rooms.pages["rules"]
    assert isinstance(page, RulesPage)
    page.people.click()
    cashier.settle()
    return page


def one_segment(cashier: Cashier) -> SegmentForm:
    """One of them, being changed, with a small choice open."""
    page = segments(cashier)
    page.desk.beside.opened.emit(cashier.shop.storage.segments.all()["families-who-come-often"])
    cashier.settle()
    form = page.desk.beside
    assert isinstance(form, SegmentForm)
    form.when.sentences[0].open("who")
    form.flush()
    cashier.settle()
    return form


def new_segment(cashier: Cashier) -> SegmentForm:
    """A new one, with what can be asked for."""
    page = segments(cashier)
    page.desk.beside.begun.emit()
    cashier.settle()
    form = page.desk.beside
    assert isinstance(form, SegmentForm)
    form.when.pick()
    cashier.settle()
    return form


def asked_for(cashier: Cashier) -> None:
    """A rule that asks for one."""
    page = segments(cashier)
    page.escape()
    page.escape()
    cashier.settle()
    page.open(page.list.rows[0].line.rule.id)
    editor = page.desk.editor
    assert editor is not None
    editor.when.pick()
    cashier.taps("They belong to a segment")
    editor.when.sentences[-1].open("segment")
    cashier.settle()


def a_coupon(cashier: Cashier) -> None:
    """A rule that gives a coupon, with the choice of when it is good."""
    cashier.window.show_room("rules")
    cashier.settle()
    page = cashier.window.rooms.pages["rules"]
    assert isinstance(page, RulesPage)
    page.open("first-visit")
    editor = page.desk.editor
    assert editor is not None
    editor.effects.sentences[0].open("same_visit")
    cashier.settle()


Story = Callable[[Cashier], object]

STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("340-segments", FULL, "light", segments),
    ("341-segments-dock", DOCK, "light", segments),
    ("342-segment", FULL, "light", one_segment),
    ("343-segment-dock-dark", DOCK, "dark", one_segment),
    ("344-segment-german", DOCK, "light", one_segment),
    ("345-segment-200-percent", LARGE, "light", one_segment),
    ("346-segment-new", FULL, "light", new_segment),
    ("347-segment-arabic", DOCK, "light", segments),
    ("349-segment-coupon", FULL, "light", a_coupon),
    ("348-rule-asks-for-a-segment", FULL, "light", asked_for),
)
