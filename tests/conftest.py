"""What every test can ask for: a shop of its own, the sample shop, and a clock that can be set.

No test touches the computer's keyring, a screen, or the records of whoever runs it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from pos_companion.services import Shop
from pos_companion.settings import DATA_DIR_VARIABLE
from tests.shops import SetClock, Template, close_shops, make_template

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile(
    "house", deadline=None, max_examples=60, derandomize="CI" in os.environ, print_blob=True
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _nobodys_records(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ[DATA_DIR_VARIABLE] = str(tmp_path_factory.mktemp("nobody"))
    os.environ.pop("POS_COMPANION_PASSPHRASE", None)


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """An empty shop, closed."""
    return make_template(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The sample shop as filled on a Friday in November, closed."""
    return make_template(tmp_path_factory.mktemp("samples"), samples=True)


@pytest.fixture
def clock() -> SetClock:
    """The clock of the shop: Friday 21 November 2025, 09:00."""
    return SetClock()


@pytest.fixture
def shop(tmp_path: Path, empty_template: Template, clock: SetClock) -> Iterator[Shop]:
    """An empty shop of this test's own."""
    yield empty_template.open_copy(tmp_path / "shop", clock)
    close_shops()


@pytest.fixture
def sample_shop(tmp_path: Path, sample_template: Template, clock: SetClock) -> Iterator[Shop]:
    """The sample shop with its twelve invented people, of this test's own."""
    yield sample_template.open_copy(tmp_path / "samples", clock)
    close_shops()
