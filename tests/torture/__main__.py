"""`make torture` and `make torture-full`: every torture, its counts, and what could not run."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.safety.at_length import clock_walks, hostile_files, hostile_people, tampering
from tests.torture.copying import back_up_under_kills, rekey_under_kills
from tests.torture.damage import damage_often
from tests.torture.ext4 import clone_often
from tests.torture.ext4 import why_not as no_disk
from tests.torture.figures import hold_by_tests, table
from tests.torture.kills import kill_often
from tests.torture.large import copy_large
from tests.torture.power import cut_often, why_not
from tests.torture.soak import soak
from tests.torture.starts import start_at_once
from tests.torture.steps import step_under_kills
from tests.torture.told import counted

_CUTS_IN_A_RECORD = 100
WRONG = ("flush_seldom", "acknowledge_early", "repeat_anew")
_SHARE = {"flush_seldom": 0.3, "acknowledge_early": 0.8}
"""Of the cuts in the middle of a deed at least this part has to show the mistake."""
_UP_WITHIN, _MANY = 3.0, 1_000
"""Seconds in which a start has to be at work, judged when there were so many kills."""

_WITHIN = {"start": 1.0, "backup": 60.0, "usual": 0.05, "restore": 30.0, "start_again": 1.0}
"""Seconds at a gigabyte, judged when it is one; `usual` is what 99 of 100 deeds take meanwhile."""

_LOG_WITHIN, _GROWN_WITHIN = 16_000_000, 50_000_000
"""Bytes of the log beside the store, and of memory, over a day."""

Result = tuple[bool, str]
_Torture = Callable[[Path, int, int], Result]


def _kills(place: Path, times: int, seed: int) -> Result:
    went = kill_often(place, times, seed)
    at = f"{went.kills} kills, {went.at_start} at start, {went.deeds} deeds saved"
    up = f"next start at most {went.slowest:.1f} s, 99 of 100 within {went.usually_within:.1f} s"
    late = times >= _MANY and went.slowest > _UP_WITHIN
    return not went.bad and not late, f"{at}: {counted(went.bad)}; {up}"


def _cuts(place: Path, times: int, seed: int) -> Result:
    if why_not():
        return True, f"not run: {why_not()}"
    cuts = saved = in_deeds = 0
    bad: list[str] = []
    while cuts < times:
        some, deep = min(_CUTS_IN_A_RECORD, times - cuts), cuts // _CUTS_IN_A_RECORD % 2 == 1
        went = cut_often(place / f"record{cuts}", some, seed + cuts, in_deeds=deep)
        cuts, saved, bad = cuts + went.cuts, saved + went.saved, bad + went.bad
        in_deeds += went.cuts * deep
    at = f"{cuts} power cuts, {in_deeds} of them all in the middle of a deed"
    return not bad, f"{at}, {saved} deeds saved before them: {counted(bad)}"


def _clones(place: Path, times: int, seed: int) -> Result:
    if reason := no_disk(place / "tried"):
        return True, f"not run: {reason}"
    went = clone_often(place, times, seed)
    return not went.bad, f"{went.cuts} clones, {went.saved} deeds saved: {counted(went.bad)}"


def _proof(place: Path, times: int, seed: int) -> Result:
    """The harness finds the program's rules broken on purpose."""
    if why_not():
        return True, f"not run: {why_not()}"
    found, said = True, []
    if not no_disk(place / "tried"):
        program = ("tests/torture/wrong.py", "flush_seldom")
        went = clone_often(place / "ext4", times, seed, program)
        found &= went.bad_cuts >= _SHARE["flush_seldom"] * went.cuts
        said.append(f"flush_seldom on ext4 {went.bad_cuts} of {went.cuts}")
    for mistake in WRONG:
        program = ("tests/torture/wrong.py", mistake)
        if mistake in _SHARE:
            went = cut_often(place / mistake, times, seed, program=program, in_deeds=True)
            found &= went.bad_cuts >= _SHARE[mistake] * went.cuts
            said.append(f"{mistake} {went.bad_cuts} of {went.cuts}")
        else:
            killed = kill_often(place / mistake, times, seed, program)
            found &= bool(killed.bad)
            said.append(f"{mistake} {len(killed.bad)} in {killed.kills} kills")
    return found, ", ".join(said)


def _damage(place: Path, times: int, seed: int) -> Result:
    went = damage_often(place, times, seed)
    kinds = ", ".join(f"{kind} {went.noticed[kind]} of {went.tried[kind]}" for kind in went.tried)
    stale = went.tried["stale"] - went.noticed["stale"]
    good = len(went.missed) == stale and stale <= 0.1 * max(went.tried["stale"], 1)
    return good, f"{times} damages noticed: {kinds}"


def _steps(place: Path, times: int, seed: int, visits: int = 2_000) -> Result:
    went = step_under_kills(place, times, seed, visits)
    good = not went.bad and went.refused == went.kills
    older = f"{went.refused} older versions refused"
    return good, f"{went.kills} migrations killed, {older}: {counted(went.bad)}"


def _starts(place: Path, times: int, seed: int) -> Result:
    went = start_at_once(place, times, seed)
    return not went.bad, f"{went.rounds} times five starts: {len(went.bad)} bad {went.bad[:3]}"


def _copies(place: Path, times: int, seed: int) -> Result:
    went = back_up_under_kills(place, times, seed)
    good = not went.bad and went.restored == went.listed == went.flips
    listed = f"{went.listed} listed, {went.restored} restored with all of {went.rows} rows"
    listed += f", {went.flips} damages noticed"
    return good, f"{went.kills} backups killed, {listed}: {counted(went.bad)}"


def _rekeys(place: Path, times: int, seed: int) -> Result:
    went = rekey_under_kills(place, times, seed)
    return not went.bad, f"{went.kills} changes of the key killed: {counted(went.bad)}"


def _large(place: Path, times: int, seed: int) -> Result:
    went = copy_large(place, times, seed)
    late = [name for name, most in _WITHIN.items() if getattr(went, name) > most]
    said = ", ".join(f"{name} {getattr(went, name):.3g} s" for name in _WITHIN)
    size = f"{went.size // 10**6} MB, {len(went.deeds)} deeds meanwhile"
    judged = late if times >= _MANY else []
    return not went.bad and not judged, f"{size}: {counted(went.bad)}; {said}; late: {late}"


def _soak(place: Path, times: int, seed: int) -> Result:
    went = soak(place, times, seed)
    megabytes = f"log at most {went.wal / 1e6:.1f} MB, {went.grown / 1e6:.1f} MB more memory"
    at = f"{times} minutes, {went.visits} visits, {went.copies} copies, {went.sleeps} sleeps"
    good = not went.bad and went.wal <= _LOG_WITHIN and went.grown <= _GROWN_WITHIN
    return good, f"{at}, clock set by {went.clock}, {megabytes}: {counted(went.bad)} {went.bad[:3]}"


def _tests(_place: Path, _times: int, _seed: int) -> Result:
    return hold_by_tests()


TORTURES: dict[str, tuple[_Torture, int, int]] = {
    "kill": (_kills, 40, 1000),
    "power": (_cuts, 60, 1000),
    "ext4": (_clones, 15, 300),
    "proof": (_proof, 10, 60),
    "damage": (_damage, 60, 600),
    "migrate": (_steps, 20, 200),
    "start": (_starts, 5, 100),
    "backup": (_copies, 10, 100),
    "rekey": (_rekeys, 3, 100),
    "large": (_large, 0, 1000),
    "soak": (_soak, 0, 480),
    "files": (hostile_files, 500, 10_000),
    "export": (hostile_people, 500, 10_000),
    "tamper": (tampering, 12, 200),
    "clock": (clock_walks, 2_000, 20_000),
    "tests": (_tests, 0, 1),
}
"""Each torture, how often it is done on each push, and how often before a release.

Of a torture that counts megabytes or minutes these are such; 0 is only done before a release.
"""


def main() -> int:
    """Run those that were asked for; 1 when the program did not keep its word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*TORTURES, []])
    parser.add_argument("--full", action="store_true", help="as before a release")
    parser.add_argument("--times", type=int, help="so often, instead of the usual")
    parser.add_argument("--seed", type=int, default=20)
    asked = parser.parse_args()
    came: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        for name in asked.names or TORTURES:
            torture, few, many = TORTURES[name]
            if name == "migrate" and asked.full:
                torture = partial(_steps, visits=100_000)
            started = time.monotonic()
            times = asked.times or (many if asked.full else few)
            if not times:
                continue
            held, said = torture(Path(folder) / name, times, asked.seed)
            came[name] = ("ok" if held else "BAD") if not said.startswith("not run") else "not run"
            lasted = time.monotonic() - started
            sys.stdout.write(f"{came[name]:4} {name}: {said} ({lasted:.0f} s)\n")
            sys.stdout.flush()
    if asked.full and not asked.names:
        sys.stdout.write(table(came))
    return 1 if "BAD" in came.values() else 0


if __name__ == "__main__":
    sys.exit(main())
