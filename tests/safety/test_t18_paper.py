"""T18: no text can give a printer a command. Source: safety.md §6.6, §10.

The program lays pages out and leaves printing to the system; it speaks to no printer in bytes. Text
is made harmless when it is kept, so that no code page of any driver can turn it into a command.
"""

import random
import re
import sys
from pathlib import Path

import pytest

import pos_companion
import ui
from pos_companion.i18n import Phrase
from pos_companion.printouts import Document, Line, Section
from pos_companion.services.capture import plain_line
from tests.safety.hostile import hostile_text, is_dirty
from ui.printing.markup import markup_of

_PAGES = [
    "cp437",
    "cp720",
    "cp737",
    "cp775",
    "cp850",
    "cp852",
    "cp855",
    "cp857",
    "cp858",
    "cp860",
    "cp861",
    "cp862",
    "cp863",
    "cp864",
    "cp865",
    "cp866",
    "cp869",
    "cp874",
    "cp932",
    "cp949",
    "cp950",
    "cp1250",
    "cp1251",
    "cp1252",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "gbk",
    "big5",
    "euc_kr",
    "shift_jis",
    "iso8859_15",
    "koi8_r",
    "mac_roman",
]
_COMMAND = re.compile(rb"[\x00-\x1f\x7f]")
_DEVICE = re.compile(r"^\s*(?:import|from) (?:serial|usb|escpos|win32print|cups)\b", re.M)
_AT_ONCE = 300


def commands_in(text: str) -> list[str]:
    """The code pages in which a text holds a byte that a printer obeys."""
    return [page for page in _PAGES if _COMMAND.search(text.encode(page, "replace"))]


def on_paper(text: str) -> str:
    """The text as it stands in the page that is laid out."""
    return markup_of(Document(Phrase("A page"), (Section(None, (Line(text),)),)))


def test_t18_no_code_point_is_a_command_once_it_is_kept() -> None:
    points = [chr(number) for number in range(sys.maxunicode + 1)]
    for first in range(0, len(points), _AT_ONCE):
        kept = plain_line("a".join(points[first : first + _AT_ONCE]))
        kept = kept.encode("utf-8", "ignore").decode()
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", kept)
        if first < 0x10000:
            assert commands_in(kept.replace("\u2302", "")) == []  # a house, 7F on old printers


def test_t18_10000_hostile_names_are_no_commands_on_any_page() -> None:
    dice = random.Random(18)
    names = [plain_line(hostile_text(dice)) for _ in range(10_000)]
    assert [name for name in names if is_dirty(name)] == []
    for first in range(0, len(names), 500):
        page = on_paper(" ".join(names[first : first + 500]))
        assert commands_in(page.replace("\n", "")) == []


@pytest.mark.parametrize("root", [pos_companion, ui])
def test_t18_no_printer_is_spoken_to_in_bytes(root: object) -> None:
    folder = Path(str(getattr(root, "__file__", ""))).parent
    found = [path.name for path in folder.rglob("*.py") if _DEVICE.search(path.read_text("utf-8"))]
    assert found == []
