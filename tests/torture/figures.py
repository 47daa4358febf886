"""The table of figures to reach, T1 to T28: which test holds a little of each, and what holds all.

The small column runs with `make test`, the full one with `make torture-full`.

Source: safety.md §10.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.torture.program import ROOT

_OFTEN = {"RACES": "1000", "KILLS": "50"}
"""How often the tests that ask for it do their work, where nothing else holds the full column."""
_SUMMARY = re.compile(r"(\d+) (passed|failed|errors?|skipped)")


@dataclass(frozen=True)
class Figure:
    """One row.

    Attributes:
        tests: the files of the small column.
        tortures: what holds the full column; where there are none the tests hold it themselves.
    """

    number: str
    what: str
    tests: tuple[str, ...]
    tortures: tuple[str, ...] = ()


def _figure(number: int, what: str, tests: str, tortures: str = "") -> Figure:
    return Figure(f"T{number}", what, tuple(tests.split()), tuple(tortures.split()))


_TORTURE = "tests/torture/test_torture.py"
_SERVICES, _RECORDS = "tests/pos_companion/services", "tests/pos_companion/storage"
_SERVER = f"{_RECORDS}/server"
FIGURES = (
    _figure(1, "kill -9 at any moment", _TORTURE, "kill"),
    _figure(2, "power cuts, replayed in six modes", _TORTURE, "power proof"),
    _figure(3, "power cuts through a real ext4", _TORTURE, "ext4"),
    _figure(4, "faults of the disk and of the folder",
            f"tests/safety/test_t04_faults.py {_RECORDS}/test_guard.py {_RECORDS}/test_lock.py "
            f"{_SERVICES}/test_reserve.py tests/journeys/test_full_disk.py"),
    _figure(5, "six kinds of damage", _TORTURE, "damage"),
    _figure(6, "killed while records are brought up to date",
            f"{_TORTURE} {_RECORDS}/test_migrations.py {_SERVER}/test_schema.py", "migrate"),
    _figure(7, "five starts at once", _TORTURE, "start"),
    _figure(8, "backups under kills, each restored and damaged", _TORTURE, "backup"),
    _figure(9, "a gigabyte", "tests/torture/test_lengthy.py", "large"),
    _figure(10, "no plain text on the disk",
            "tests/safety/test_t10_no_plain_text.py tests/safety/test_t10_no_traces.py"),
    _figure(11, "the keyring, the code and a changed key",
            f"tests/safety/test_t11_secret_service.py {_RECORDS}/test_keyring.py "
            f"{_RECORDS}/test_keys.py {_SERVICES}/test_custody.py {_SERVICES}/test_restoring.py",
            "rekey"),
    _figure(12, "every service and every role",
            "tests/safety/test_t12_roles.py tests/safety/test_t12_rooms.py"),
    _figure(13, "a day of guessing PINs", "tests/safety/test_t13_pins.py", "clock"),
    _figure(14, "hostile files", "tests/safety/test_t14_hostile_files.py", "files"),
    _figure(15, "hostile people, taken out and in", "tests/safety/test_t15_export.py", "export"),
    _figure(16, "spreadsheets that are bombs", "tests/safety/test_t16_bombs.py"),
    _figure(17, "nothing listens", "tests/safety/test_t17_nothing_listens.py"),
    _figure(18, "nothing on paper that a printer obeys", "tests/safety/test_t18_paper.py"),
    _figure(19, "tampering with the trail", "tests/safety/test_t19_audit.py", "tamper"),
    _figure(20, "several tills at once", f"{_SERVICES}/test_races.py"),
    _figure(21, "logs and reports without names",
            f"tests/safety/test_t10_no_plain_text.py {_SERVICES}/test_logbook.py "
            f"{_SERVICES}/test_bundle.py"),
    _figure(22, "quiet mode", "tests/safety/test_t12_rooms.py tests/journeys/test_quiet.py"),
    _figure(23, "who was forgotten is in no byte", "tests/safety/test_t23_erasure.py"),
    _figure(24, "a server killed under two tills", f"{_SERVER}/test_killed.py"),
    _figure(25, "nobody opens the live files", f"{_SERVICES}/test_own_process.py"),
    _figure(26, "checks at the start",
            f"tests/safety/test_t26_start_up.py {_RECORDS}/test_storage.py"),
    _figure(27, "a day at the window", "tests/torture/test_lengthy.py", "soak"),
    _figure(28, "what it is made of", "tests/safety/test_t28_supply.py"),
)  # fmt: skip


def hold_by_tests() -> tuple[bool, str]:
    """Run the tests of every row that no torture holds, as often as the full column says."""
    held, said = True, []
    for figure in FIGURES:
        if not figure.tortures:
            good, counts = _run(figure.tests)
            held &= good
            said.append(f"{figure.number} {counts}")
    return held, "; ".join(said)


def table(came: Mapping[str, str]) -> str:
    """The rows with what came of each.

    Args:
        came: by torture, how it ended.
    """
    lines = []
    for one in FIGURES:
        names = one.tortures or ("tests",)
        ended = ", ".join(f"{name} {came.get(name, 'not asked for')}" for name in names)
        lines.append(f"{one.number:4} {one.what:48} {ended}\n")
    return "".join(lines)


def _run(tests: Iterable[str]) -> tuple[bool, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", *tests],
        cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, **_OFTEN, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    counts = _SUMMARY.findall(done.stdout.rpartition("\n")[0].rpartition("\n")[2] or done.stdout)
    words = ", ".join(f"{number} {kind}" for number, kind in counts)
    return done.returncode == 0, words.replace("skipped", "not run") or "said nothing"
