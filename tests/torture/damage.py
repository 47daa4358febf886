"""T5: closed records are damaged in six ways; each has to be noticed when they are read."""

import random
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pos_companion.storage import PAGE, STORE
from tests.torture.program import dump, moments, write
from tests.torture.told import Told, verdicts

KINDS = ("bit", "zeros", "noise", "swapped", "cut", "stale")


@dataclass
class Damages:
    """How often each kind was tried and noticed."""

    tried: Counter[str] = field(default_factory=Counter)
    noticed: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def damage_often(place: Path, times: int, seed: int) -> Damages:
    """Damage a copy of a closed shop so often, each kind in its turn, and look."""
    went, chance = Damages(), moments(seed)
    whole, told = place / "whole", Told()
    write(whole, seed, 150, told)
    earlier = (whole / STORE).read_bytes()
    write(whole, seed + 1, 200, told)
    sound = verdicts(told, dump(whole))
    if sound:
        raise RuntimeError(f"damaged before it was damaged: {sound}")
    for number in range(times):
        kind, folder = KINDS[number % len(KINDS)], place / f"trial{number}"
        shutil.copytree(whole, folder)
        content = damaged((folder / STORE).read_bytes(), kind, chance, earlier)
        (folder / STORE).write_bytes(content)
        found = dump(folder)
        went.tried[kind] += 1
        if found.stopped or found.check != "ok":
            went.noticed[kind] += 1
        else:
            went.missed.append(f"{kind} (trial {number})")
        shutil.rmtree(folder)
    return went


def damaged(content: bytes, kind: str, chance: random.Random, earlier: bytes) -> bytes:
    """The content of a store with one damage.

    Args:
        earlier: the same store some two hundred writes ago; a stale page comes from there.
    """
    now = bytearray(content)
    at = chance.randrange(len(now) - 512)
    if kind == "bit":
        now[at] ^= 1 << chance.randrange(8)
    elif kind == "zeros":
        now[at : at + 512] = bytes(512)
    elif kind == "noise":
        now[at : at + 512] = chance.randbytes(512)
    elif kind == "cut":
        del now[at:]
    elif kind == "swapped":
        one, other = chance.sample(range(1, len(now) // PAGE), 2)
        first, second = _page(one), _page(other)
        now[first], now[second] = now[second], now[first]
    else:
        changed = [
            page
            for page in range(1, len(earlier) // PAGE)
            if earlier[_page(page)] != content[_page(page)]
        ]
        page = _page(chance.choice(changed))
        now[page] = earlier[page]
    return bytes(now)


def _page(number: int) -> slice:
    return slice(number * PAGE, (number + 1) * PAGE)
