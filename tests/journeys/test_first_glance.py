"""Two glances at the card of the sample shop's Rosa are enough, in every language."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pos_companion.i18n import _
from pos_companion.settings import Settings
from tests.bots import Cashier
from tests.layout_eyes import in_sight
from tests.shops import Template
from ui.assets import load_fonts
from ui.office.in_force import use_words

ROSA = "2500000000108"


@pytest.fixture(params=["en", "de", "ar"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """A language the program has a catalogue for."""
    use_words(Settings(Path(), language=request.param))
    yield request.param
    use_words(Settings(Path(), language="en"))


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("size", [(440, 900), (1280, 800)], ids=str)
def test_greeting_owe_usual_and_gift_need_no_scrolling(
    size: tuple[int, int], sample_template: Template, tmp_path: Path
) -> None:
    load_fonts()
    shutil.copytree(sample_template.folder, tmp_path / "samples")
    cashier = Cashier(tmp_path, size, samples=True).scans(ROSA)
    try:
        assert cashier.window.strip.isVisible()
        panels = cashier.page.card.panels
        wanted = {name: panels[name] for name in ("head", "owe", "usual")}
        wanted["the gift"] = panels["offer"].gift
        wanted["why"] = panels["offer"].panel.heading
        wanted["what to say"] = panels["offer"].words
        wanted["what not to say"] = panels["offer"].private
        wanted["give it"] = cashier.button(_("Give it"))
        assert [name for name, widget in wanted.items() if not in_sight(widget)] == []
    finally:
        cashier.leaves()
