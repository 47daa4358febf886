"""Texts and files that mean no good: seeded, so that each can be made again.

Source: safety.md §6.6.
"""

import random
import re
import unicodedata
from collections.abc import Callable

from pos_companion.importers import Kind

_FORMULAS = (
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "|calc",
    "%0",
    "＝1＋1",
)
_UNSEEN = "\x00\x01\x07\x1b\x7f\x85\x9f\u00ad\u2028\u2029\u202e\u202a\u2066\u2069\ufeff\u2060"
_ODD = ("ﷺ", "👩‍👩‍👧", "a" + "\u0301" * 40, "Ÿ", "İıß", "\u0f3a", "𝔘𝔫", "'", "''=1", '="007"', '"')
_NUMBERS = ("1e999", "-0", "NaN", "１２", "1.2.3,4", "0x10", "9" * 60, "1/0", "-", "٣٫٥", "1,2,3")
_DATES = ("0000-00-00", "2025-02-30", "31.12.9999 25:61", "1e5", "now()", "2025-11-21T24:00", "")
_HEADERS = {
    Kind.SALES: ("sale", "time", "customer", "product", "name", "quantity", "amount"),
    Kind.CUSTOMERS: ("id", "name", "phone", "email", "card", "birthday", "pet", "note"),
}
_DIRT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u2028\u2029]")
_MOST_LETTERS, _MOST_MARKS = 4_000, 4

Writer = Callable[[random.Random, Kind], bytes]


def is_dirty(text: str) -> bool:
    """Whether a text kept from outside could break a screen, a log or a printer."""
    if _DIRT.search(text) or len(text) > _MOST_LETTERS:
        return True
    marks = 0
    for sign in "" if text.isascii() else text:
        marks = marks + 1 if unicodedata.category(sign) in {"Mn", "Me"} else 0
        if marks > _MOST_MARKS:
            return True
    return False


def hostile_text(dice: random.Random) -> str:
    """A short text with something in it that no name has."""
    pieces = [
        dice.choice(_FORMULAS), dice.choice(_ODD), dice.choice(_UNSEEN), dice.choice(_NUMBERS),
        chr(dice.choice((0x41, 0x3B1, 0x5D0, 0x4E2D, 0x1F600)) + dice.randrange(20)),
        "Rosa", "O'Neill", " ", ",", ";", '"', "\n", "\r\n",
    ]  # fmt: skip
    return "".join(dice.choice(pieces) for _ in range(dice.randint(1, 6)))


def hostile_file(dice: random.Random, kind: Kind) -> bytes:
    """A whole file that somebody took for a table of the till."""
    return dice.choice(_WRITERS)(dice, kind)


def _table(dice: random.Random, kind: Kind, rows: int = 12) -> str:
    header = list(_HEADERS[kind])
    lines = [header]
    for number in range(rows):
        row = [dice.choice((_cell, hostile_text))(dice) for _ in header]
        if dice.random() < 0.7:
            row[0] = f"S{number}"
            row[1] = "2025-11-03 08:10" if kind is Kind.SALES else row[1]
            row[2] = f"{dice.randint(1, 9)}" if kind is Kind.SALES else row[2]
        lines.append(row)
    mark = dice.choice(",,,;\t|")
    return dice.choice(("\n", "\r\n", "\r")).join(mark.join(map(_quoted, line)) for line in lines)


def _cell(dice: random.Random) -> str:
    return dice.choice((*_NUMBERS, *_DATES, "3.40", "CAP", "Cappuccino", "+4915123454471"))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _plain(dice: random.Random, kind: Kind) -> bytes:
    return _table(dice, kind).encode("utf-8", "surrogatepass")


def _other_encoding(dice: random.Random, kind: Kind) -> bytes:
    name = dice.choice(("utf-16", "utf-16-be", "utf-8-sig", "latin-1", "cp1251", "utf-32", "cp437"))
    return _table(dice, kind).encode(name, "replace")


def _damaged(dice: random.Random, kind: Kind) -> bytes:
    data = bytearray(_plain(dice, kind))
    for _ in range(dice.randint(1, 40)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data[: dice.randrange(1, len(data) + 1)])


def _noise(dice: random.Random, _kind: Kind) -> bytes:
    start = dice.choice(
        (b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n", b"\xff\xfe", b"SQLite ")
    )
    return start + dice.randbytes(dice.randint(0, 4_000))


def _one_sign(dice: random.Random, _kind: Kind) -> bytes:
    return dice.choice((b"\x00", b'"', b",", b"\n", b"\r", b"\xef\xbb\xbf", b";\t|")) * dice.choice(
        (0, 1, 3, 70_000)
    )


def _wide(dice: random.Random, kind: Kind) -> bytes:
    row = dice.choice((",", ";")).join(["a"] * dice.choice((99, 101, 9_000)))
    return (row + "\n" + _table(dice, kind)).encode("utf-8", "replace")


def _long_cell(dice: random.Random, kind: Kind) -> bytes:
    head = ",".join(_HEADERS[kind])
    cells = ["S1", "2025-11-03 08:10", "1", *["x" * dice.choice((3_999, 4_001, 300_000))] * 4]
    return f"{head}\n{','.join(cells)}\n".encode()


def _open_quote(dice: random.Random, kind: Kind) -> bytes:
    text = _table(dice, kind)
    at = dice.randrange(len(text))
    return (text[:at] + '"' + text[at:]).encode("utf-8", "replace")


def _strange_header(dice: random.Random, kind: Kind) -> bytes:
    names = [*_HEADERS[kind], *(hostile_text(dice) for _ in range(3)), "name", "", "name"]
    dice.shuffle(names)
    rows = [",".join(map(_quoted, names)), ",".join(_quoted(_cell(dice)) for _ in names)]
    return "\n".join(rows * dice.randint(1, 3)).encode("utf-8", "replace")


def _many_rows(dice: random.Random, kind: Kind) -> bytes:
    row = ",".join(_quoted(hostile_text(dice)) for _ in _HEADERS[kind])
    return (",".join(_HEADERS[kind]) + "\n" + f"{row}\n" * 300).encode("utf-8", "replace")


_WRITERS: tuple[Writer, ...] = (
    _plain, _plain, _other_encoding, _damaged, _noise, _one_sign, _wide, _long_cell, _open_quote,
    _strange_header, _many_rows,
)  # fmt: skip
