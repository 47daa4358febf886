"""The walls of the house: what we agreed on and a machine can check."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

ROOT = Path(__file__).resolve().parent.parent
READING_LIMIT = 300  # lines: what can be read in one sitting
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-bench.lock"]
PART_FOLDERS = ["pos_companion/rules/conditions", "pos_companion/rules/effects"]
PART_FOLDERS += ["pos_companion/importers", "ui/panels"]


def python_files(*folders: str) -> list[Path]:
    """Every Python file under the folders, relative to the root; a folder without any is wrong."""
    found: list[Path] = []
    for folder in folders:
        files = sorted(path.relative_to(ROOT) for path in (ROOT / folder).rglob("*.py"))
        assert files, f"{folder} has no Python files"
        found += files
    return found


def test_every_floor_uses_only_the_floors_under_it() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint_imports, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_file_can_be_read_in_one_sitting() -> None:
    files = [Path("main.py"), *python_files("pos_companion", "ui", "tests", "tools")]
    files = [path for path in files if "migrations" not in path.parts]  # frozen copies of tables
    lengths = {str(path): len((ROOT / path).read_text("utf-8").splitlines()) for path in files}
    assert {path: lines for path, lines in lengths.items() if lines > READING_LIMIT} == {}


def mirror(path: Path) -> Path:
    """Where the tests of a module live: the same place under `tests`."""
    return Path("tests") / path.with_name(f"test_{path.name}")


@pytest.mark.parametrize("folder", ["pos_companion", *PART_FOLDERS])
def test_every_module_has_its_mirror_under_tests(folder: str) -> None:
    modules = [path for path in python_files(folder) if path.name != "__init__.py"]
    assert modules, f"{folder} holds only its __init__"
    modules = [path for path in modules if "migrations" not in path.parts]  # tested as one chain
    assert [str(path) for path in modules if not (ROOT / mirror(path)).is_file()] == []


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("ui/panels/owe.py", "from PySide6.QtCore import QThread"),
        ("ui/panels/owe.py", "from PySide6.QtCore import QThreadPool"),
        ("pos_companion/services/look_up.py", "import sqlite3"),
        ("tests/test_journey.py", "import sqlite3"),
        ("pos_companion/services/look_up.py", "from typing import TYPE_CHECKING"),
        ("pos_companion/services/look_up.py", "import datetime\n\nTODAY = datetime.date.today()"),
        ("pos_companion/services/look_up.py", "from . import capture"),
    ],
)
def test_ruff_stops_what_the_house_does_not_want(where: str, line: str) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--output-format", "concise"]
    source = f'"""Example."""\n\n{line}\n'
    done = subprocess.run(
        [*command, "--stdin-filename", where, "-"],
        cwd=ROOT, input=source, capture_output=True, text=True,
    )  # fmt: skip
    assert " TID25" in done.stdout, done.stdout + done.stderr


def phrases(path: Path) -> list[ast.Call]:
    """Every phrase of a file whose text is written right there."""
    calls = [
        one for one in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(one, ast.Call)
    ]
    return [one for one in calls if ast.unparse(one.func) == "Phrase" and len(one.args) > 1]


def test_the_gatherer_of_texts_is_not_misled_by_commas() -> None:
    misled = [
        f"{path}:{call.lineno}"
        for path in python_files("pos_companion", "ui")
        for call in phrases(ROOT / path)
        # It counts the commas between braces too: the values of such a phrase want a name.
        if isinstance(call.args[0], ast.Constant) and re.search("[a-z]", call.args[0].value)
        if isinstance(call.args[1], ast.Dict) and len(call.args[1].keys) > 1
    ]
    assert misled == []


def pins(lock: str) -> dict[tuple[str, str], str]:
    """What a lock pins: (package, marker) to exact version."""
    lines = re.findall(r"^(\S+)==(\S+?)(?: ; (.+?))? \\$", (ROOT / lock).read_text("utf-8"), re.M)
    return {(name, marker): version for name, version, marker in lines}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_packages_and_hashes_and_no_place_to_get_them(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert pins(lock)
    assert re.findall(r"://|^-|file:|@|(?:^|\s)[./~]\S*|\w:\\", text, re.M) == []
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert re.search(r"==\S+", block), f"not pinned: {block}"
        assert "--hash=sha256:" in block, f"without a hash: {block}"


@pytest.mark.parametrize(("smaller", "larger"), [LOCKS[:2], LOCKS[1:]])
def test_a_larger_lock_adds_to_the_smaller_and_changes_nothing(smaller: str, larger: str) -> None:
    versions: dict[str, set[str]] = {}
    for (name, _), version in pins(larger).items():
        versions.setdefault(name, set()).add(version)
    differing = {
        name for (name, _), version in pins(smaller).items() if version not in versions[name]
    }
    assert differing == set()


@pytest.mark.parametrize(
    ("extras", "lock"), [([], LOCKS[0]), (["dev"], LOCKS[1]), (["dev", "bench"], LOCKS[2])]
)
def test_the_locks_answer_what_the_project_asks_for(extras: list[str], lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    pinned = {name: version for (name, _), version in pins(lock).items()}
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not in {lock}: run make locks"
        assert requirement.specifier.contains(version), f"{requirement} is not met by {lock}"


class Bell(QObject):
    """Something with a signal."""

    rang = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal")
def test_qt_keeps_its_references_to_none(qapp: QApplication) -> None:
    label, before = QLabel(), sys.getrefcount(None)
    for _ in range(500):
        label.setText("x")  # PySide6 6.12.0 loses one None per void call
    assert abs(sys.getrefcount(None) - before) < 100


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal")
def test_qt_keeps_its_references_to_true(qapp: QApplication) -> None:
    bell, before = Bell(), sys.getrefcount(True)
    for _ in range(500):
        bell.rang.emit()  # PySide6 6.12.0 loses one True per emit
    assert abs(sys.getrefcount(True) - before) < 100
