"""T16: spreadsheets made to kill whoever reads them. Source: safety.md §6.6, §10."""

import random
import resource
import zipfile
from pathlib import Path

import pytest

from pos_companion.errors import CompanionError
from pos_companion.importers import Kind
from pos_companion.services import Shop
from pos_companion.services.imports import ImportJob, import_file

BOMBS = 20
_MOST_GROWN = 64 * 2**20
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_BOOK = '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
_CORNERS = (
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
)
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))


def sheet(dice: random.Random) -> str:
    """The content of a sheet that is small in the file and large in memory."""
    kind = dice.randrange(4)
    if kind == 0:
        return f"<worksheet><sheetData>{_CORNERS}</sheetData></worksheet>"
    if kind == 1:
        cell = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>'
        return f"<worksheet><sheetData><row>{cell * 400_000}</row></sheetData></worksheet>"
    if kind == 2:
        head = f'<!DOCTYPE w [<!ENTITY l0 "lol">{_LAUGHS}]>'
        return f"{head}<worksheet>&l8;</worksheet>"
    return f"<worksheet>{'<a>' * 200_000}</worksheet>"


def bomb(path: Path, dice: random.Random) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", _TYPES)
        book.writestr("xl/workbook.xml", _BOOK)
        book.writestr("xl/worksheets/sheet1.xml", sheet(dice))


@pytest.mark.parametrize("name", ["export.xlsx", "export.csv"])
def test_t16_no_bomb_takes_the_program_with_it(shop: Shop, tmp_path: Path, name: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(BOMBS):
        path = tmp_path / name
        bomb(path, random.Random(16_000 + number))
        with pytest.raises(CompanionError) as refused:
            import_file(shop, ImportJob(path, Kind.CUSTOMERS, apply=True))
        assert str(refused.value).endswith(".")
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown <= _MOST_GROWN
    assert shop.storage.rows("SELECT count(*) FROM customer") == [(0,)]
