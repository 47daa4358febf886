"""What is worth a look, on the screen."""

from PySide6.QtWidgets import QApplication

from pos_companion.i18n import Phrase
from pos_companion.model.signals import Signal, SignalKind
from pos_companion.services.signals import Seen
from tests.ui.office.given.conftest import Texts
from ui.office.given.looks import signal_panels


def test_each_is_a_sentence_with_its_days_and_a_reminder_to_ask(
    qapp: QApplication, texts: Texts
) -> None:
    signal = Signal(SignalKind.OWN_GIFTS, "Sam", 1, 2)
    seen = Seen(signal, None, Phrase("Sam gave 2 gifts."), Phrase("On 3 Nov"))
    assert texts(signal_panels((seen,))) == [
        "Worth a look",
        "There may be a good reason for each. Ask before you think.",
        "Sam gave 2 gifts.",
        "On 3 Nov",
    ]


def test_where_there_is_nothing_that_is_said(qapp: QApplication, texts: Texts) -> None:
    assert texts(signal_panels(())) == ["Nothing stands out in these days."]
