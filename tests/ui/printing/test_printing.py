"""Ctrl+P: on the printer, or in a file where there is none; never a question."""

import stat
import sys
from pathlib import Path

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.i18n import Phrase, words
from pos_companion.printouts import Document
from ui.printing import PrinterPaper, print_out, save_pdf

pytestmark = pytest.mark.usefixtures("qapp")


class TestPrinter:
    """A printer that keeps what it was given."""

    __test__ = False

    def __init__(self, name: str = "Office printer") -> None:
        self._name = name
        self.printed: list[Document] = []

    def name(self) -> str:
        return self._name

    def put(self, document: Document) -> None:
        self.printed.append(document)


PAPER = Document(Phrase("What we keep about {name}", {"name": "Rosa"}))


def test_it_comes_out_of_the_printer(tmp_path: Path) -> None:
    printer = TestPrinter()
    done = print_out(PAPER, printer, tmp_path)
    assert printer.printed == [PAPER]
    assert words(done.phrase) == "Printed on Office printer."
    assert done.path is None
    assert list(tmp_path.iterdir()) == []


def test_without_a_printer_it_is_a_file_and_the_toast_says_where(tmp_path: Path) -> None:
    done = print_out(PAPER, TestPrinter(name=""), tmp_path / "Documents")
    assert done.path == tmp_path / "Documents" / "What we keep about Rosa.pdf"
    assert done.path.read_bytes().startswith(b"%PDF")
    assert words(done.phrase) == (
        f"There is no printer. Saved as What we keep about Rosa.pdf in {tmp_path / 'Documents'}."
    )


def test_no_file_is_written_over(tmp_path: Path) -> None:
    names = [save_pdf(PAPER, tmp_path).name for _ in range(3)]
    assert names == [
        "What we keep about Rosa.pdf",
        "What we keep about Rosa 2.pdf",
        "What we keep about Rosa 3.pdf",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="folders of a person are private there")
def test_nobody_else_may_read_the_file(tmp_path: Path) -> None:
    assert stat.S_IMODE(save_pdf(PAPER, tmp_path).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc/passwd", "What we keep about .. .. etc passwd.pdf"),
        ('a<b>:"|?*', "What we keep about a b.pdf"),
        ("x" * 300, f"{('What we keep about ' + 'x' * 300)[:80]}.pdf"),
    ],
)
def test_a_name_can_be_anything_and_the_file_still_has_one(
    tmp_path: Path, name: str, file: str
) -> None:
    document = Document(Phrase("What we keep about {name}", {"name": name}))
    path = save_pdf(document, tmp_path)
    assert (path.name, path.parent) == (file, tmp_path)


def test_in_arabic_the_name_of_the_file_has_no_hidden_signs(tmp_path: Path) -> None:
    path = save_pdf(Document(PAPER.title, language="ar"), tmp_path)
    assert not set(path.name) & set("\u2066\u2067\u2068\u2069\u200e\u200f")


def test_a_folder_that_takes_nothing_is_said_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(NotSavedError):
        save_pdf(PAPER, blocked / "Documents")


def test_the_computers_own_printer_has_a_name_or_none() -> None:
    assert isinstance(PrinterPaper().name(), str)
