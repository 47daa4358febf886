"""Nothing is cut in the rules, on the shelf and in the sheets of giving, in any language."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pos_companion.settings import Settings
from tests.bots import Cashier
from tests.idea_stories import put_off, to_tell
from tests.layout_eyes import cut, nameless, too_small
from tests.pseudo import pseudo_locale
from tests.rule_stories import kindness, one_rule, opened_gift, ready_made, whole_report
from tests.segment_stories import one_segment, segments
from ui.office.in_force import use_words

ROSA = "20471100"


def refused(cashier: Cashier) -> None:
    """They said no, and may say why."""
    cashier.scans(ROSA).page.card.panels["offer"].not_today.click()
    cashier.settle()


STORIES: dict[str, Callable[[Cashier], object]] = {
    "refused": refused,
    "own gift": lambda one: one.scans(ROSA).presses("F10"),
    "why": lambda one: one.scans(ROSA).presses("Shift+F3"),
    "going on": lambda one: one.presses("F11"),
    "shelf": opened_gift,
    "rule": one_rule,
    "report": whole_report,
    "ready made": ready_made,
    "kindness": kindness,
    "segments": segments,
    "one segment": one_segment,
    "idea put off": put_off,
    "idea to tell": to_tell,
}


@pytest.fixture(params=["ar", "pseudo"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Right to left, and long words."""
    use_words(Settings(Path(), language="ar" if request.param == "ar" else "en"))
    with pseudo_locale(request.param == "pseudo"):
        yield request.param
    use_words(Settings(Path(), language="en"))


@pytest.mark.parametrize(
    ("size", "scale"), [((380, 560), 100), ((440, 900), 150), ((1280, 800), 100)], ids=str
)
def test_nothing_is_cut(
    cashier_with: Callable[..., Cashier], spoken: str, size: tuple[int, int], scale: int
) -> None:
    cashier = cashier_with(size, text_size=scale)
    problems = {}
    for name, story in STORIES.items():
        story(cashier.waits(5000))
        cashier.settle()
        problems[name] = cut(cashier.window) + too_small(cashier.window) + nameless(cashier.window)
        cashier.page.notices.dismiss()
        for _again in range(4):
            cashier.presses("Esc")
    assert {name: found for name, found in problems.items() if found} == {}
