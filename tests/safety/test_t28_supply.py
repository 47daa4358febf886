"""T28: what the program is made of. Source: safety.md §7, §10."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion

from pos_companion.services import Shop
from tools.write_sbom import INSIDE, LIST, LOCK, ROOT, written

_METADATA = "Metadata-Version: 2.1\nName: nothing-at-all\nVersion: 1.0\n"
_WHEEL = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_OFFLINE = (
    "could not be audited",
    "Connection",
    "resolve",
    "Max retries",
    "timed out",
    "ProxyError",
    "SSLError",
)


def test_t28_the_committed_list_of_parts_is_the_one_the_lock_makes() -> None:
    assert LIST.read_text("utf-8") == written(LOCK.read_text("utf-8"))


def test_t28_what_is_inside_of_wheels_is_what_the_list_says(shop: Shop) -> None:
    inside = INSIDE["sqlcipher3"]
    assert f"sqlcipher3=={version('sqlcipher3')} " in LOCK.read_text("utf-8")
    rows = shop.storage.rows
    assert rows("SELECT sqlite_version()") == [(inside["SQLite"],)]
    assert rows("PRAGMA cipher_version")[0][0].split()[0] == inside["SQLCipher"]
    assert inside["OpenSSL"] in rows("PRAGMA cipher_provider_version")[0][0]
    assert f"pyside6-essentials=={qVersion()} " in LOCK.read_text("utf-8")


def test_t28_what_is_installed_must_have_the_hash_of_the_lock(tmp_path: Path) -> None:
    assert "--require-hashes" in (ROOT / "Makefile").read_text("utf-8")
    wheel = _wheel(tmp_path)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    altered = digest[:-1] + ("0" if digest[-1] != "0" else "1")
    assert "Would install" in _installed(tmp_path, digest).stdout
    refused = _installed(tmp_path, altered)
    assert refused.returncode != 0
    assert "DO NOT MATCH THE HASHES" in refused.stderr


def test_t28_no_part_has_a_known_weakness() -> None:
    audit = shutil.which("pip-audit", path=str(Path(sys.executable).parent)) or ""
    if not audit:
        pytest.skip("not run: pip-audit is not installed")
    done = subprocess.run(
        [audit, "--strict", "--require-hashes", "--disable-pip", "--requirement", LOCK],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    if done.returncode and any(word in done.stderr for word in _OFFLINE):
        pytest.skip("not run: the list of weaknesses cannot be reached")
    assert done.returncode == 0, done.stdout + done.stderr


def _wheel(folder: Path) -> Path:
    """The smallest package there can be."""
    path = folder / "nothing_at_all-1.0-py3-none-any.whl"
    facts = "nothing_at_all-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("nothing_at_all.py", "")
        wheel.writestr(f"{facts}/METADATA", _METADATA)
        wheel.writestr(f"{facts}/WHEEL", _WHEEL)
        wheel.writestr(f"{facts}/RECORD", "")
    return path


def _installed(folder: Path, digest: str) -> subprocess.CompletedProcess[str]:
    """What comes of installing it by a lock with this hash."""
    lock = folder / "lock.txt"
    lock.write_text(f"nothing-at-all==1.0 --hash=sha256:{digest}\n")
    where = ["--no-index", "--find-links", str(folder), "--disable-pip-version-check", "--dry-run"]
    return subprocess.run(
        [sys.executable, "-m", "pip", "--isolated", "install", "--require-hashes", *where,
         "--requirement", str(lock)],
        capture_output=True, text=True,
    )  # fmt: skip
