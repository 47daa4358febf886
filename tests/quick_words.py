"""Passphrases that are stretched in no time, for tests that are not about the stretching."""

import hashlib
from typing import Any

import pytest

from pos_companion.storage import wraps


def stretch_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    def quick(words: bytes, salt: bytes, **_: Any) -> bytes:
        return hashlib.sha256(salt + words).digest()

    monkeypatch.setattr(wraps, "hash_secret_raw", quick)
