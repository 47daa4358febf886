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
from tests.postgresql import ENGINES, Postgres, engines_of, start_server
from tests.shops import (
    SetClock,
    SharedTemplate,
    Template,
    close_shops,
    make_shared_template,
    make_template,
)

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile(
    "house", deadline=None, max_examples=20, derandomize="CI" in os.environ, print_blob=True
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


@pytest.fixture(scope="session")
def postgres() -> Postgres:
    """A PostgreSQL server; without one the test is not run."""
    try:
        return start_server()
    except OSError as error:
        pytest.skip(f"not run: no PostgreSQL server can be started here ({error})")


@pytest.fixture(scope="session")
def shared_template(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> SharedTemplate:
    """An empty shop on the server, closed."""
    return make_shared_template(postgres, tmp_path_factory.mktemp("shared"))


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    """Where the records of the test lie: in a file, or on a server."""
    return str(getattr(request, "param", ENGINES[0]))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of some modules on a server too."""
    engines = engines_of(metafunc.module.__name__, metafunc.function.__name__)
    if "engine" in metafunc.fixturenames and len(engines) > 1:
        metafunc.parametrize("engine", engines, indirect=True)


@pytest.fixture
def shop(
    tmp_path: Path, engine: str, request: pytest.FixtureRequest, clock: SetClock
) -> Iterator[Shop]:
    """An empty shop of this test's own."""
    name = "empty_template" if engine == ENGINES[0] else "shared_template"
    template: Template | SharedTemplate = request.getfixturevalue(name)
    yield template.open_copy(tmp_path / "shop", clock)
    close_shops()


@pytest.fixture
def sample_shop(tmp_path: Path, sample_template: Template, clock: SetClock) -> Iterator[Shop]:
    """The sample shop with its twelve invented people, of this test's own."""
    yield sample_template.open_copy(tmp_path / "samples", clock)
    close_shops()
