"""A folder of parts finds its parts by itself."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from pos_companion.registry import discover

BASE = "class Part: ...\n"
ONE = "from {package}_base import Part\nclass {name}(Part): ...\n"


@pytest.fixture
def make_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Callable[..., tuple[ModuleType, type[object]]]:
    """Write a package with these files; gives the package and the base class of its parts."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def make(package: str, **files: str) -> tuple[ModuleType, type[object]]:
        (tmp_path / f"{package}_base.py").write_text(BASE, encoding="utf-8")
        folder = tmp_path / package
        folder.mkdir()
        (folder / "__init__.py").touch()
        for name, text in files.items():
            (folder / f"{name}.py").write_text(text.format(package=package), encoding="utf-8")
        request.addfinalizer(
            lambda: [sys.modules.pop(name) for name in [*sys.modules] if package in name]
        )
        return import_module(package), import_module(f"{package}_base").Part

    return make


def part(name: str) -> str:
    return ONE.replace("{name}", name)


def test_each_file_is_found_by_its_name_in_alphabetical_order(
    make_folder: Callable[..., tuple[ModuleType, type[object]]],
) -> None:
    folder, base = make_folder("gestures", weekday=part("Weekday"), birthday=part("Birthday"))
    found = discover(folder, base)
    assert [(kind, found[kind].__name__) for kind in found] == [
        ("birthday", "Birthday"),
        ("weekday", "Weekday"),
    ]


def test_a_class_that_was_only_imported_is_not_a_part(
    make_folder: Callable[..., tuple[ModuleType, type[object]]],
) -> None:
    folder, base = make_folder(
        "borrowing",
        first=part("First"),
        second="from borrowing.first import First\n" + part("Second"),
    )
    assert [one.__name__ for one in discover(folder, base).values()] == ["First", "Second"]


@pytest.mark.parametrize(
    ("package", "text"),
    [("nothing", "VALUE = 1\n"), ("two", part("One") + "class Other(Part): ...\n")],
)
def test_a_file_without_exactly_one_part_is_a_mistake(
    make_folder: Callable[..., tuple[ModuleType, type[object]]], package: str, text: str
) -> None:
    folder, base = make_folder(f"wrong_{package}", odd=text)
    with pytest.raises(LookupError, match=f"wrong_{package}.odd"):
        discover(folder, base)


def test_a_packaged_app_without_its_parts_does_not_start(
    make_folder: Callable[..., tuple[ModuleType, type[object]]],
) -> None:
    folder, base = make_folder("hollow")
    with pytest.raises(LookupError, match="no parts in hollow"):
        discover(folder, base)
