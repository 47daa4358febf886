"""How people found the shop, on the screen."""

from datetime import date

from PySide6.QtWidgets import QApplication

from pos_companion.insight.source_report import Channel, Effort
from pos_companion.model.people import Customer, Source
from pos_companion.model.stages import Stage
from pos_companion.services.source_report import SourceReport
from tests.ui.office.given.conftest import Texts
from ui.office.given.sources import source_panels

DAY = date(2025, 11, 3)


def test_a_channel_tells_people_steps_and_efforts(qapp: QApplication, texts: Texts) -> None:
    efforts = tuple(Effort(1, DAY, f"bus {number}") for number in range(5))
    channel = Channel(Source.FRIEND, 4, 1, {Stage.REGULAR: 3, None: 1}, efforts)
    report = SourceReport((channel,), 12, {1: Customer(1, "Ana Silva")})
    said = texts(source_panels(report))
    assert said[:2] == ["Most often: A friend, 4 people", "Of 12 customers it is not known"]
    assert said[3:] == [
        "A friend", "4 people", "No visit yet", "1", "A regular", "3",
        "1 was sent by a customer", "“bus 0” – Ana Silva", "“bus 1” – Ana Silva",
        "“bus 2” – Ana Silva", "and 2 more, in the table",
    ]  # fmt: skip


def test_nobody_was_asked_yet(qapp: QApplication, texts: Texts) -> None:
    assert texts(source_panels(SourceReport()))[0] == "Nobody has told us yet how they found us."
