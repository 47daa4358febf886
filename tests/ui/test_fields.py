"""A form makes itself from a dataclass."""

from dataclasses import dataclass, field
from enum import StrEnum

import pytest

from pos_companion.i18n import N_
from ui.fields import FieldsForm
from ui.kit import Chip, Field


class Edge(StrEnum):
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Wishes:
    name: str = field(default="Till 1", metadata={"label": N_("Name of this till")})
    size: int = field(
        default=100, metadata={"label": N_("Text size"), "unit": "%", "least": 90, "most": 200}
    )
    calm: bool = field(default=False, metadata={"label": N_("Less movement")})
    edge: Edge = field(default=Edge.LEFT, metadata={"label": N_("Edge")})
    secret: str = "not shown"


EDGES = {"edge": {Edge.LEFT: "Left", Edge.RIGHT: "Right"}}


@pytest.fixture
def form(qtbot):
    form = FieldsForm(Wishes(), EDGES)
    qtbot.addWidget(form)
    return form


def types(form, name, text):
    entry = form.entry(name)
    entry.set_text(text)
    entry.edited.emit(text)


def test_every_labelled_field_is_in_the_form_and_no_other(form):
    assert isinstance(form.entry("name"), Field)
    assert isinstance(form.entry("calm"), Chip)
    assert len(form.entry("edge").findChildren(Chip)) == 2
    with pytest.raises(KeyError):
        form.entry("secret")


def test_it_starts_with_what_it_was_given(form):
    assert form.entry("name").text() == "Till 1"
    assert form.entry("size").text() == "100"
    assert form.entry("size").note.text() == "%"
    assert form.value() == Wishes()


def test_typing_makes_a_new_value(form, qtbot):
    with qtbot.waitSignal(form.changed) as told:
        types(form, "name", "  Window till ")
    assert told.args == [Wishes(name="Window till")]
    assert form.value().secret == "not shown"


def test_a_chip_and_a_choice_make_a_new_value(form, qtbot):
    with qtbot.waitSignal(form.changed):
        form.entry("calm").click()
    with qtbot.waitSignal(form.changed, check_params_cb=lambda value: value.edge is Edge.RIGHT):
        form.entry("edge").findChildren(Chip)[1].click()
    assert form.value() == Wishes(calm=True, edge=Edge.RIGHT)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("big", "A whole number is needed here."),
        ("", "A whole number is needed here."),
        ("80", "It has to be at least 90."),
        ("201", "It can be at most 200."),
    ],
)
def test_a_number_that_cannot_be_is_said_and_not_kept(form, qtbot, typed, sentence):
    with qtbot.assertNotEmitted(form.changed):
        types(form, "size", typed)
    assert form.entry("size").edit.accessibleDescription() == sentence
    assert not form.is_complete()
    assert form.value().size == 100
    types(form, "size", "150")
    assert form.is_complete()
    assert form.value().size == 150


def test_a_kind_no_form_is_known_for_is_refused(qtbot):
    @dataclass(frozen=True)
    class Odd:
        parts: tuple[str, ...] = field(default=(), metadata={"label": "Parts"})

    with pytest.raises(TypeError, match="parts"):
        FieldsForm(Odd())
