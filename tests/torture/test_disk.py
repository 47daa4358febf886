"""The disk whose power is cut: what was flushed is there, the rest may be."""

import os
import random
from pathlib import Path

import pytest

from tests.torture.disk import MODES, Disk, Note

ROOT = "/shop"


def opened(name: str, descriptor: int, flags: int = os.O_CREAT) -> Note:
    return Note("o", descriptor, flags, f"{ROOT}/{name}".encode())


def folder(descriptor: int) -> Note:
    return Note("o", descriptor, os.O_DIRECTORY, ROOT.encode())


def after(disk: Disk, place: Path, mode: str) -> dict[str, bytes]:
    there = place / f"{mode}{random.randrange(10**9)}"
    disk.cut(there, mode, random.Random(1))
    return {path.name: path.read_bytes() for path in there.iterdir()}


@pytest.mark.parametrize("strict", [True, False])
def test_what_was_flushed_survives_every_cut(tmp_path: Path, strict: bool) -> None:
    disk = Disk(ROOT, strict)
    for note in (
        folder(9), opened("db", 3), Note("w", 3, 0, b"x" * 1500), Note("f", 3, 0, b""),
        Note("f", 9, 0, b""), Note("w", 3, 0, b"y" * 1500),
    ):  # fmt: skip
        disk.take(note)
    for mode in MODES:
        content = after(disk, tmp_path, mode)["db"]
        assert len(content) == 1500
        if mode == "none":
            assert content == b"x" * 1500
        if mode == "all":
            assert content == b"y" * 1500
        if mode == "torn":
            assert set(content[:512]) <= {ord("x"), ord("y")}


def test_a_name_is_safe_with_its_folder_or_with_its_file(tmp_path: Path) -> None:
    for strict, names in ((True, set()), (False, {"db"})):
        disk = Disk(ROOT, strict)
        for note in (opened("db", 3), Note("w", 3, 0, b"x"), Note("f", 3, 0, b"")):
            disk.take(note)
        assert set(after(disk, tmp_path, "none")) == names


def test_a_file_that_was_put_in_the_place_of_another(tmp_path: Path) -> None:
    disk = Disk(ROOT, strict=True)
    old, new = f"{ROOT}/keys.new\0{ROOT}/keys".encode(), f"{ROOT}/old".encode()
    for note in (
        folder(9), opened("keys.new", 3), Note("w", 3, 0, b"key"), Note("f", 3, 0, b""),
        Note("r", -1, 0, old), Note("f", 9, 0, b""), opened("old", 4), Note("u", -1, 0, new),
    ):  # fmt: skip
        disk.take(note)
    assert after(disk, tmp_path, "none") == {"keys": b"key"}
    assert after(disk, tmp_path, "all") == {"keys": b"key"}


def test_what_is_cut_shorter_and_said(tmp_path: Path) -> None:
    disk = Disk(ROOT, strict=False)
    for note in (
        opened("db", 3), Note("w", 3, 0, b"long"), Note("f", 3, 0, b""), Note("t", 3, 2, b""),
        Note("s", 1, 0, b"ACK a visit\n"),
    ):  # fmt: skip
        disk.take(note)
    assert after(disk, tmp_path, "none") == {"db": b"long"}
    assert after(disk, tmp_path, "all") == {"db": b"lo"}
    assert disk.said == b"ACK a visit\n"


def test_a_file_is_flushed_when_nothing_of_it_can_be_lost() -> None:
    disk = Disk(ROOT, strict=False)
    disk.take(opened("db", 3))
    assert disk.is_flushed("db")
    disk.take(Note("w", 3, 0, b"x"))
    assert not disk.is_flushed("db")
    disk.take(Note("f", 3, 0, b""))
    assert disk.is_flushed("db")
    assert disk.is_flushed("another")
