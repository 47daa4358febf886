"""A disk whose power can be cut: what was flushed is safe, of the rest anything may survive."""

import os
import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MODES = ("none", "all", "prefix", "subset", "torn", "noise")
"""What survives of what was written since the last flush."""
_HEAD = struct.Struct("=cIqI")
_SECTOR = 512


@dataclass(frozen=True)
class Note:
    """One line of the recorder: a letter as in `recorder.c`, and what belongs to it."""

    kind: str
    descriptor: int
    place: int
    content: bytes


def read_notes(path: Path) -> list[Note]:
    """Everything that was recorded; a last note that is cut off is left away."""
    return list(_notes(path.read_bytes()))


def _notes(content: bytes) -> Iterator[Note]:
    at = 0
    while at + _HEAD.size <= len(content):
        kind, descriptor, place, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        if at + length > len(content):
            return
        yield Note(kind.decode(), descriptor, place, content[at : at + length])
        at += length


@dataclass
class File:
    """Safe content, and what was done since: (place, bytes) to write, (length, None) to cut."""

    safe: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def flush(self) -> None:
        self.safe, self.since = _done(self.safe, self.since), []

    def after(self, mode: str, chance: random.Random) -> bytes:
        """Its content after the power came back."""
        since = self.since
        if mode == "none" or not since:
            return self.safe
        if mode == "prefix":
            return _done(self.safe, since[: chance.randint(0, len(since))])
        if mode == "subset":
            return _done(self.safe, [one for one in since if chance.random() < 0.5])
        if mode in {"torn", "noise"}:
            whole = since[: chance.randrange(len(since))]
            torn = since[len(whole)]
            return _done(self.safe, [*whole, _torn(torn, mode, chance)])
        return _done(self.safe, since)


@dataclass
class Disk:
    """One folder.

    Attributes:
        said: what the program had said on its standard output.
        names: the files by name, now; `safe_names`: those that survive for certain.
        strict: a new name is safe once the folder is flushed, else once its file is.
    """

    root: str
    strict: bool
    said: bytes = b""
    names: dict[str, File] = field(default_factory=dict)
    safe_names: dict[str, File] = field(default_factory=dict)
    _open: dict[int, tuple[str, File | None]] = field(default_factory=dict)

    def is_flushed(self, name: str) -> bool:
        """Whether nothing that was written to a file can be lost any more."""
        return name not in self.names or not self.names[name].since

    def take(self, note: Note) -> None:
        """Let one thing happen."""
        if note.kind == "s":
            self.said += note.content
        elif note.kind == "o":
            self._opened(note)
        elif note.kind == "r":
            old, new = (self._name(part) for part in note.content.split(b"\0"))
            self.names[new] = self.names.pop(old)
        elif note.kind == "u":
            self.names.pop(self._name(note.content), None)
        elif note.descriptor in self._open:
            self._changed(note)

    def cut(self, folder: Path, mode: str, chance: random.Random) -> None:
        """Build the folder as it is found after the power came back."""
        folder.mkdir(parents=True)
        for name, file in self._surviving(mode, chance).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(file.after(mode, chance))

    def _opened(self, note: Note) -> None:
        name = self._name(note.content)
        if not name or note.place & os.O_DIRECTORY:
            self._open[note.descriptor] = (name, None)
            return
        if name not in self.names and note.place & os.O_CREAT:
            self.names[name] = File()
        file = self.names.get(name)
        if file is not None and note.place & os.O_TRUNC:
            file.since.append((0, None))
        self._open[note.descriptor] = (name, file)

    def _changed(self, note: Note) -> None:
        name, file = self._open[note.descriptor]
        if file is None:
            if note.kind == "f":
                self.safe_names = dict(self.names)
        elif note.kind == "w":
            file.since.append((note.place, note.content))
        elif note.kind == "t":
            file.since.append((note.place, None))
        elif note.kind == "f":
            file.flush()
            if not self.strict and self.names.get(name) is file:
                self.safe_names[name] = file

    def _surviving(self, mode: str, chance: random.Random) -> dict[str, File]:
        if mode == "none":
            return self.safe_names
        if mode == "all":
            return self.names
        both = self.safe_names | self.names
        kept = {}
        for name in both:
            side = chance.choice((self.safe_names, self.names))
            if name in side:
                kept[name] = side[name]
        return kept

    def _name(self, path: bytes) -> str:
        return os.path.relpath(path.decode(), self.root).replace("\\", "/").removeprefix(".")


def _done(content: bytes, changes: list[tuple[int, bytes | None]]) -> bytes:
    now = bytearray(content)
    for place, written in changes:
        if written is None:
            now = now[:place].ljust(place, b"\0")
            continue
        if len(now) < place:
            now.extend(bytes(place - len(now)))
        now[place : place + len(written)] = written
    return bytes(now)


def _torn(
    change: tuple[int, bytes | None], mode: str, chance: random.Random
) -> tuple[int, bytes | None]:
    """Only some sectors of a write reached the disk; with noise the last one is rubbish."""
    place, written = change
    if written is None:
        return change
    kept = chance.randint(0, (len(written) - 1) // _SECTOR) * _SECTOR
    if mode == "torn":
        return place, written[:kept]
    return place, written[:kept] + chance.randbytes(min(_SECTOR, len(written) - kept))
