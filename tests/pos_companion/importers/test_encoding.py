"""How the letters of a file are written."""

from pathlib import Path

import pytest

from pos_companion.errors import BadInputError, ImportRefusedError
from pos_companion.importers.encoding import Letters, letters_of

TEXT = "id,name\n1,Zoë Müller\n2,Łukasz Dąbrowski\n"
WESTERN = "id;Größe;Straße\n" + "".join(f"{n};Zoë Müller;Grüner Weg\n" for n in range(50))


def file_of(folder: Path, content: bytes) -> Path:
    path = folder / "people.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-32", "utf-32"),
     ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be")],
)  # fmt: skip
def test_unicode_is_recognised(tmp_path: Path, encoding: str, found: str) -> None:
    assert letters_of(file_of(tmp_path, TEXT.encode(encoding))) == Letters(found)


def test_what_is_no_utf_8_is_western_windows(tmp_path: Path) -> None:
    assert letters_of(file_of(tmp_path, WESTERN.encode("cp1252"))).encoding == "cp1252"


def test_another_guess_is_told(tmp_path: Path) -> None:
    polish = "id,name\n" + "1,Łukasz Dąbrowski, zażółć gęślą jaźń, święta w Łodzi\n" * 60
    letters = letters_of(file_of(tmp_path, polish.encode("cp1250")))
    assert letters.encoding == "cp1252"
    assert letters.guess
    assert polish == polish.encode("cp1250").decode(letters.guess)


def test_a_file_cut_off_inside_a_letter_is_not_utf_8(tmp_path: Path) -> None:
    assert letters_of(file_of(tmp_path, TEXT.encode()[:13])).encoding == "cp1252"


def test_a_letter_on_the_border_of_two_blocks_is_no_failure(tmp_path: Path) -> None:
    content = b"a" * ((1 << 20) - 1) + "é".encode() + b"\n"
    assert letters_of(file_of(tmp_path, content)) == Letters("utf-8")


def test_a_person_may_choose_the_encoding(tmp_path: Path) -> None:
    path = file_of(tmp_path, TEXT.encode())
    assert letters_of(path, "latin-1") == Letters("iso8859-1")
    with pytest.raises(BadInputError, match="no encoding called klingon"):
        letters_of(path, "klingon")


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 a workbook", b"%PDF-1.7", b"\x89PNG\r\n", b"\0\1\2\3" * 40]
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ImportRefusedError, match="not a table of text"):
        letters_of(file_of(tmp_path, content))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="cannot be opened"):
        letters_of(tmp_path / "nowhere.csv")
