"""What a writer said, and whether what is left agrees with it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Told:
    """What one folder was promised so far.

    Attributes:
        tried: the kind of every operation by its id.
        saved, refused: ids that were acknowledged, and refused, last.
        stopped: the reason a writer gave up with; empty when none did.
    """

    tried: dict[str, str] = field(default_factory=dict)
    saved: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    last: str = ""
    stopped: str = ""

    def hear(self, line: str) -> None:
        """Take in one whole line."""
        word, _, rest = line.partition(" ")
        name, _, more = rest.partition(" ")
        if word == "TRY":
            self.tried[name] = more
            self.refused.discard(name)
            self.last = name
        elif word == "ACK":
            self.saved.add(name)
            self.last = ""
        elif word == "ERR":
            self.refused.add(name)
            self.last = ""
        elif word == "STOP":
            self.stopped = rest

    @property
    def unknown(self) -> list[str]:
        """The operation of which nobody knows whether it was kept, as `ID:KIND`."""
        return [f"{self.last}:{self.tried[self.last]}"] if self.last else []

    def copy(self) -> "Told":
        return Told(dict(self.tried), set(self.saved), set(self.refused), self.last)


@dataclass(frozen=True)
class Found:
    """What `torture-dump` answered.

    Attributes:
        have: how often each operation was found.
        check: `ok`, or why not; empty when it did not come so far.
        stopped: why it gave up; empty when it did not.
    """

    have: Mapping[str, int]
    check: str = ""
    stopped: str = ""


def found_in(lines: Iterable[str]) -> Found:
    """Read the answer of `torture-dump`."""
    have, check, stopped = {}, "", ""
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "HAVE":
            name, _, number = rest.partition(" ")
            have[name] = int(number)
        elif word == "CHECK":
            check = rest.removeprefix("fail: ")
        elif word == "STOP":
            stopped = rest
    return Found(have, check, stopped)


def verdicts(told: Told, found: Found) -> list[str]:
    """Everything that is not as it was told; empty when the program kept its word."""
    if found.stopped or not found.check:
        return [f"DEAD {found.stopped or 'the dump said nothing'}"]
    have, bad = found.have, []
    bad += [f"LOST {one}" for one in sorted(told.saved - have.keys())]
    bad += [f"DOUBLED {one}" for one, number in sorted(have.items()) if number > 1]
    bad += [f"INVENTED {one}" for one in sorted(have.keys() - told.tried.keys())]
    bad += [f"KEPT {one}" for one in sorted(told.refused & have.keys())]
    return bad + ([f"BROKEN {found.check}"] if found.check != "ok" else [])


def counted(bad: Iterable[str]) -> str:
    """A short account of many verdicts."""
    kinds = Counter(one.partition(" ")[0] for one in bad)
    return (
        ", ".join(f"{number} {kind.lower()}" for kind, number in sorted(kinds.items())) or "0 bad"
    )
