"""Tables as text, in all their dialects, hostile ones too."""

import random
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from pos_companion.errors import CompanionError
from pos_companion.importers import Importer, Kind, Wanted, formats
from pos_companion.importers.formats.csv_file import CsvFile
from pos_companion.registry import discover

TODAY = date(2026, 11, 21)
SALES = "sale,time,customer,product,quantity,amount\nS1,2026-09-13 10:02,C1,MUG,1,15.00\n"
PEOPLE = "id,name,phone,birthday\n1,Zoë Müller,030 901820,14.3.1988\n"


def test_the_folder_of_formats_finds_its_parts() -> None:
    assert discover(formats, Importer)["csv_file"] is CsvFile


def test_a_table_of_text_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    for content, is_one in ((SALES.encode(), True), (b"one word", False), (b"PK\x03\x04", False)):
        path.write_bytes(content)
        assert CsvFile().recognises(path) is is_one
    assert not CsvFile().recognises(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_dialect_gives_the_same_values(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(PEOPLE.replace(",", delimiter).encode(encoding))
    wanted = Wanted(Kind.CUSTOMERS, TODAY)
    people = [one for chunk in CsvFile().read(path, wanted) for one in chunk.people]
    assert [(one.who.name, one.who.phone) for one in people] == [("Zoë Müller", "+4930901820")]
    path.write_bytes(SALES.replace(",", delimiter).encode(encoding))
    lines = [
        one for chunk in CsvFile().read(path, Wanted(Kind.SALES, TODAY)) for one in chunk.lines
    ]
    assert [(line.sale, line.amount) for line in lines] == [("S1", 1500)]


SPITE = [
    b'"', b'""', b"'", b"=cmd|' /C calc'!A0", b"\x00",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n", b",",
    b";", b"\t", b"|", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xcc\x81" * 50, b"1e999", b"-0",
    b"9" * 400, b"A" * 5000, b"99/99/9999",
    b"\x1b[2J", b"NaN", b"1.234.567,89", b"\xd9\xa1\xd9\xa2",
]  # fmt: skip


def hostile(chance: random.Random) -> bytes:
    """A table that went wrong: pieces of it cut, doubled, swapped for what tills never write."""
    text = bytearray((SALES if chance.random() < 0.5 else PEOPLE).encode() * chance.randint(1, 30))
    for _ in range(chance.randint(0, 25)):
        at = chance.randrange(len(text) + 1)
        cut = chance.choice([0, 0, 1, 5, 40])
        text[at : at + cut] = chance.choice(SPITE)
    return bytes(text[: chance.randint(1, len(text))]) if chance.random() < 0.2 else bytes(text)


@pytest.mark.parametrize("seed", range(8))
def test_no_hostile_file_does_more_than_be_refused(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "hostile.csv"
    for _ in range(60):
        path.write_bytes(hostile(chance))
        for kind in Kind:
            try:
                chunks = list(CsvFile().read(path, Wanted(kind, TODAY)))
            except CompanionError:
                continue
            texts = [
                text
                for chunk in chunks
                for value in (*chunk.lines, *(one.who for one in chunk.people))
                for part in value
                for text in (part if isinstance(part, tuple) else (part,))
                if isinstance(text, str)
            ]
            assert not any(is_dirty(text) for text in texts)


def is_dirty(text: str) -> bool:
    return (
        len(text) > 4000
        or not unicodedata.is_normalized("NFC", text)
        or any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text)
        or bool(set(text) & set("\u202d\u202e\u2066\u2067\u2028"))
    )
