"""Finds the one class that each file of a folder adds, so that nobody keeps a list."""

import importlib
import inspect
import pkgutil
from types import ModuleType
from typing import TypeVar

Part = TypeVar("Part")


def discover(folder: ModuleType, base: type[Part]) -> dict[str, type[Part]]:
    """Import every module of a package and collect the class each one defines.

    Args:
        folder: the package, for example `pos_companion.rules.conditions`.
        base: what the classes are; the base itself and imported classes do not count.

    Returns:
        The classes by module name (`weekday` for `weekday.py`), in alphabetical order; never empty.

    Raises:
        LookupError: a module defines no such class or more than one, or the package has none at
            all, as happens when a packaged app was built without its parts.
    """
    found: dict[str, type[Part]] = {}
    for entry in sorted(pkgutil.iter_modules(folder.__path__), key=lambda entry: entry.name):
        module = importlib.import_module(f"{folder.__name__}.{entry.name}")
        parts = [
            part
            for _, part in inspect.getmembers(module, inspect.isclass)
            if issubclass(part, base) and part is not base and part.__module__ == module.__name__
        ]
        if len(parts) != 1:
            raise LookupError(f"{module.__name__} defines {len(parts)} parts instead of one")
        found[entry.name] = parts[0]
    if not found:
        raise LookupError(f"no parts in {folder.__name__}")
    return found
