"""T10: no core dump, and no temporary file of the database. Source: safety.md §1, §8, §10."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pos_companion.services.opening import PASSPHRASE_VARIABLE
from pos_companion.storage import STORE
from tests.safety.marked_day import MARKED, marker
from tests.torture.program import PASSPHRASE, ROOT, Writer
from tests.torture.told import Told

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="not run: it needs Linux")

_WRITES = re.compile(r'openat\([^"]*"(?P<path>[^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT)')
_OURS = ("/dev/", "/proc/")
_COMMANDS = f"""
import os, sys
from pos_companion.cli import run
words = os.environ["{PASSPHRASE_VARIABLE}"]
print("ready", flush=True)
os.read(0, 1)
for command in ("torture-write --seed 10 --ops 20", "backup", "check", "find nobody"):
    os.environ["{PASSPHRASE_VARIABLE}"] = words
    if run([*command.split(), "--data-dir", sys.argv[1]]):
        sys.exit(command)
"""


def test_t10_a_crash_leaves_no_memory_on_the_disk(tmp_path: Path) -> None:
    told = Told()
    writer = Writer(tmp_path / "shop", 10, told)
    writer.hear(60, answers=1)
    limits = Path(f"/proc/{writer.process.pid}/limits").read_text()
    writer.process.send_signal(signal.SIGABRT)
    assert writer.end() == -signal.SIGABRT
    assert re.search(r"Max core file size +0 ", limits)
    assert [one for one in ROOT.glob("core*") if one.is_file()] == []


def test_t10_the_database_writes_no_temporary_file(tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("not run: there is no strace")
    folder, trace = tmp_path / "shop", tmp_path / "trace"
    program = subprocess.Popen(
        [sys.executable, "-B", "-c", _COMMANDS, folder], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env={**os.environ, PASSPHRASE_VARIABLE: PASSPHRASE},
    )  # fmt: skip
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    watch = subprocess.Popen(
        [strace, "-f", "-e", "trace=openat,memfd_create", "-o", trace, "-p", str(program.pid)],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert watch.stderr is not None
    if "attached" not in watch.stderr.readline():
        program.communicate("\n")
        pytest.skip("not run: no process may be watched here")
    said, _ = program.communicate("\n")
    watch.communicate()
    assert program.returncode == 0, said
    traced = trace.read_text()
    assert f"{folder}/{STORE}" in traced
    assert "etilqs" not in traced
    written = {found["path"] for found in _WRITES.finditer(traced)}
    elsewhere = [one for one in written if not one.startswith((str(folder), *_OURS))]
    assert elsewhere == []


def test_t10_what_a_search_of_raw_bytes_looks_for_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "core").write_bytes(b"\0" + marker(7).encode() + b"\0")
    assert MARKED.findall((tmp_path / "core").read_bytes())
