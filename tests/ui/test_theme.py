"""The look comes from files: every pair can be read, sizes follow the text."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import RESOURCES, Theme, ThemeWatcher, apply_theme, load_theme, theme, watcher

THEMES = ("light", "dark", "contrast")
PAPERS = ("bg", "surface", "sunk")
SOFT = ("brand_soft", "party_soft", "warn_soft", "ask_soft", "sel")

READABLE = (
    [(ink, paper) for ink in ("ink", "ink2", "ink3") for paper in PAPERS]
    + [(ink, soft) for ink in ("ink", "ink2") for soft in SOFT]
    + [("ink", "danger_soft")]
    + [("on_brand", "brand"), ("on_brand", "brand_hover")]
    + [("brand_ink", "brand_soft"), ("brand_ink", "surface")]
    + [("party", "party_soft"), ("party", "surface"), ("warn", "warn_soft"), ("warn", "surface")]
    + [("ask", "ask_soft"), ("on_warn", "warn")]
    + [("danger", "surface"), ("danger", "danger_soft")]
    + [("on_toast", "toast"), ("toast_key", "toast")]
)
VISIBLE = [
    *((part, paper) for part in ("brand", "border", "focus") for paper in ("surface", "bg")),
    ("focus", "sunk"),
    ("focus", "brand_soft"),
    ("focus", "warn_soft"),
]


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(look: Theme, one: str, other: str) -> float:
    light, dark = sorted((luminance(look.colour(one)), luminance(look.colour(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def light_again(qapp):
    yield
    apply_theme(qapp, load_theme("light"))


@pytest.mark.parametrize("name", THEMES)
def test_every_text_stands_out_from_what_it_is_written_on(name):
    look = load_theme(name)
    weak = {pair: contrast(look, *pair) for pair in READABLE if contrast(look, *pair) < 4.5}
    assert not weak


@pytest.mark.parametrize("name", THEMES)
def test_every_edge_and_ring_can_be_seen(name):
    look = load_theme(name)
    weak = {pair: contrast(look, *pair) for pair in VISIBLE if contrast(look, *pair) < 3.0}
    assert not weak


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_other_themes_name_only_what_differs_from_light(name):
    base = tomllib.loads((RESOURCES / "themes" / "light.toml").read_text("utf-8"))["colour"]
    other = tomllib.loads((RESOURCES / "themes" / f"{name}.toml").read_text("utf-8"))
    assert set(other) == {"colour"}
    assert set(other["colour"]) <= set(base)
    assert not {token for token, value in other["colour"].items() if value == base[token]}


def test_the_sizes_are_those_of_the_design():
    look = load_theme("light")
    sizes = {role: (kind["size"], kind["line"]) for role, kind in look.tables["type"].items()}
    assert sizes["display"] == (30, 36)
    assert sizes["title"] == (22, 28)
    assert sizes["strong"] == (19, 24)
    assert sizes["body"] == (18, 26)
    assert sizes["small"] == sizes["label"] == (16, 22)
    assert sizes["key"] == (14, 18)
    assert [look.space(name) for name in ("xs", "s", "m", "l", "xl", "xxl")] == [
        4,
        8,
        12,
        16,
        24,
        32,
    ]
    assert (look.target("least"), look.target("standard"), look.target("primary")) == (44, 48, 64)


@given(scale=st.floats(0.1, 5.0))
def test_text_stays_between_ninety_and_two_hundred_percent(scale):
    look = load_theme("light", scale)
    assert 0.9 <= look.text_scale <= 2.0
    assert look.font("body").pixelSize() == round(18 * look.text_scale)


@given(scale=st.floats(0.9, 2.0), touch=st.sampled_from([48, 64, 80]))
def test_nothing_to_tap_is_ever_smaller_than_a_finger(scale, touch):
    look = load_theme("light", scale, touch=touch)
    assert all(look.target(name) >= 44 for name in ("least", "standard", "row", "primary", "touch"))


def test_a_larger_touch_size_makes_the_controls_larger():
    assert load_theme("light", touch=80).target("standard") == 80


def test_an_unknown_theme_is_refused():
    with pytest.raises(FileNotFoundError):
        load_theme("neon")


def test_an_unknown_token_is_refused():
    with pytest.raises(KeyError):
        load_theme("light").colour("pink")


def test_less_movement_means_none_at_all():
    assert load_theme("light").slide_ms() == 140
    assert load_theme("light", moves=False).slide_ms() == 0


def test_applying_a_theme_changes_everything_that_is_open(qapp, qtbot, light_again):
    class Restyled(QWidget):
        times = 0

        def restyle(self):
            self.times += 1

    widget = Restyled()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(watcher.changed):
        apply_theme(qapp, load_theme("dark", 1.5))
    assert theme().name == "dark"
    assert widget.times == 1
    assert qapp.palette().window().color() == QColor("#171412")
    assert qapp.font().pixelSize() == 27


def test_the_theme_follows_the_system_only_when_asked_to(qapp, light_again, monkeypatch):
    follower = ThemeWatcher()
    dark = "dark" if qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    follower.follow(qapp, "system", text_scale=1.2)
    assert theme().name == dark
    assert theme().text_scale == 1.2
    follower.follow(qapp, "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme().name == "dark"


def test_fusion_is_the_style_everywhere(qapp, light_again):
    apply_theme(qapp, load_theme("light"))
    assert QApplication.style().name() == "fusion"
