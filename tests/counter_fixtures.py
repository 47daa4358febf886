"""A cashier at the counter of the corner shop."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bots import Cashier
from tests.journeys.corner_shop import corner_shop
from ui.assets import load_fonts


@pytest.fixture(scope="session")
def corner_shop_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the corner shop; copied, never written to."""
    folder = tmp_path_factory.mktemp("corner") / "shop"
    corner_shop(folder)
    return folder


@pytest.fixture
def cashier_with(
    qapp: QApplication, corner_shop_records: Path, tmp_path: Path
) -> Iterator[Callable[..., Cashier]]:
    """Makes a cashier before a window of a size."""
    load_fonts()
    made: list[Cashier] = []

    def make(size: tuple[int, int] = (440, 900), text_size: int = 100) -> Cashier:
        folder = tmp_path / f"shop{len(made)}"
        shutil.copytree(corner_shop_records, folder)
        made.append(Cashier(folder, size, text_size=text_size))
        return made[-1]

    yield make
    for cashier in made:
        cashier.leaves()


@pytest.fixture
def at_counter(cashier_with: Callable[..., Cashier]) -> Cashier:
    """Before the dock, on the Friday of the corner shop."""
    return cashier_with()
