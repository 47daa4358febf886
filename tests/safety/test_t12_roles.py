"""T12: every service and every deed, and every role. Source: safety.md §6.3, §10."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from peewee import InterfaceError
from sqlcipher3 import dbapi2 as sqlcipher

import pos_companion
from pos_companion.errors import CompanionError, NotAllowedError
from pos_companion.model.staff import RIGHTS, Right, Role
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.services import DEEDS, Shop
from pos_companion.services.deeds import do
from pos_companion.services.staff import add_person
from tests.builders import add_concern, add_customer, add_rule
from tests.safety.deeds_that_need import ARGUMENTS, DEEDS_NEED, DEEDS_OF_EVERYBODY, ROSA
from tests.safety.who_may import EVERYBODY, NEEDED

_SERVICES = Path(pos_companion.__file__).parent / "services"
_ROOT = _SERVICES.parent.parent
_PINS = {Role.MANAGER: "739152", Role.KEYHOLDER: "4826", Role.COUNTER: "8264", Role.TRAINEE: "2964"}
_SPECIAL = """
    bool call contains enter eq float fspath ge getitem gt hash index int iter le len lt ne next
    repr str
"""


class TouchedError(Exception):
    """Something was looked at."""


# A value that is none reaches the database through peewee, or straight.
_TOUCHED = (TouchedError, InterfaceError, sqlcipher.InterfaceError)


def _touch(*_given: object) -> None:
    raise TouchedError


_BY_PYTHON = {f"__{name}__": _touch for name in _SPECIAL.split()}
Sealed = type("Sealed", (), {"__getattr__": _touch, **_BY_PYTHON})
"""Something that cannot be looked at: who touches it has begun before asking who it is."""


def services() -> Iterator[str]:
    """Every public function of the services that is given a shop, as `module.function`."""
    for path in sorted(_SERVICES.glob("[!_]*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                arguments = node.args.posonlyargs + node.args.args
                if arguments and arguments[0].arg == "shop":
                    yield f"{path.stem}.{node.name}"


def called(name: str) -> Callable[..., Any]:
    module, function = name.split(".")
    found = getattr(importlib.import_module(f"pos_companion.services.{module}"), function)
    assert callable(found)
    return found


def call(shop: Shop, name: str) -> None:
    """Call a service with what cannot be looked at; a service of steps does its first."""
    function = called(name)
    wanted = list(inspect.signature(function).parameters.values())[1:]
    sealed = {one.name: Sealed() for one in wanted if one.default is one.empty}
    answer = function(shop, **sealed)
    if inspect.isgenerator(answer):
        next(answer, None)


@pytest.fixture
def people(shop: Shop) -> dict[Role | None, tuple[int, str]]:
    """One of each role, and nobody: number and name."""
    found: dict[Role | None, tuple[int, str]] = {None: (0, "")}
    for role, pin in _PINS.items():
        staff = add_person(shop, role.value.title(), role, pin).after
        found[role] = staff.id, staff.name
    return found


def without(right: Right) -> list[Role | None]:
    """Every role that may not, and nobody signed in."""
    return [None, *(role for role in Role if right not in RIGHTS[role])]


def needed() -> dict[str, Right]:
    return {name: right for right, names in NEEDED.items() for name in names.split()}


def test_t12_every_service_is_decided_and_only_once() -> None:
    decided = [name for names in [*NEEDED.values(), *EVERYBODY.values()] for name in names.split()]
    assert sorted(decided) == sorted(services())


def test_t12_what_a_role_may_not_do_is_refused_before_anything_is_looked_at(
    shop: Shop, people: Mapping[Role | None, tuple[int, str]]
) -> None:
    before, leaks, walked = shop.storage.audit.head(), [], 0
    for name, right in needed().items():
        for role in without(right):
            shop.person, shop.staff = people[role]
            walked += 1
            try:
                call(shop, name)
            except NotAllowedError:
                continue
            except (*_TOUCHED, CompanionError) as error:
                leaks.append(f"{name} as {role}: {error!r}")
            else:
                leaks.append(f"{name} as {role}: done")
    assert leaks == []
    assert walked >= 2 * len(needed())
    assert shop.storage.audit.head() == before


def test_t12_what_a_role_may_do_is_not_refused(
    shop: Shop, people: Mapping[Role | None, tuple[int, str]]
) -> None:
    refused = []
    walk = [(name, role) for name, right in needed().items() for role in Role
            if right in RIGHTS[role]]  # fmt: skip
    with_arguments = [
        name
        for names in EVERYBODY.values()
        for name in names.split()
        if len(inspect.signature(called(name)).parameters) > 1 and not name.startswith("torture.")
    ]
    walk += [(name, Role.TRAINEE) for name in with_arguments]
    for name, role in walk:
        shop.person, shop.staff = people[role]
        try:
            call(shop, name)
        except NotAllowedError:
            refused.append(f"{name} as {role}")
        except (*_TOUCHED, TypeError, CompanionError):
            continue
    assert refused == []


def test_t12_no_window_and_no_command_uses_a_piece_that_does_not_ask() -> None:
    pieces = {
        name for reason, names in EVERYBODY.items() if "ask first" in reason
        for name in names.split()
    }  # fmt: skip
    used = set()
    for path in [*(_ROOT / "ui").rglob("*.py"), *(_ROOT / "pos_companion/cli").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                module = node.module.rpartition(".")[2]
                used |= {f"{module}.{one.name}" for one in node.names}
    assert sorted(used & pieces) == []


def test_t12_every_deed_is_decided() -> None:
    decided = [name for names in DEEDS_NEED.values() for name in names.split()]
    decided += [name for names in DEEDS_OF_EVERYBODY.values() for name in names.split()]
    assert sorted(decided) == sorted(DEEDS)


def test_t12_a_deed_is_refused_to_every_role_without_its_right(
    shop: Shop, people: Mapping[Role | None, tuple[int, str]]
) -> None:
    add_concern(add_customer("Rosa Almeida", card=ROSA))
    add_rule("Biscotti", VisitsAtLeast(1))
    kept = do(shop, "rules_list", {})["rules"][0]
    given = {"rule_save": {"rule": kept["rule"], "seen": kept["version"]}}
    leaks, before = [], shop.storage.audit.head()
    walk = [(name, role) for right, names in DEEDS_NEED.items() for name in names.split()
            for role in without(right)]  # fmt: skip
    for name, role in walk:
        shop.person, shop.staff = people[role]
        try:
            do(shop, name, {**ARGUMENTS, **given}.get(name, {}))
        except NotAllowedError:
            continue
        except CompanionError as error:
            leaks.append(f"{name} as {role}: {error}")
        else:
            leaks.append(f"{name} as {role}: done")
    assert leaks == []
    assert shop.storage.audit.head() == before
