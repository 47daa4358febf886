"""Everything we keep about one person, as it would be on paper, to be read before it is given."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from pos_companion.i18n import Phrase, _, fill, isolated, ngettext, value_in_words, words
from pos_companion.printouts import Document, Line, Section, Style, Table
from ui.kit import Button, Flow, Panel, Sheet, Text

_DOT = " · "
_MOST = 100
"""So many lines of a table are on the screen; somebody may have been here for twenty years."""
_STYLES = {Style.SMALL: ("small", "ink2"), Style.STRONG: ("strong", "ink")}


class KeptSheet(Sheet):
    """A box for each sort of thing we keep.

    Args:
        document: as it would be printed.

    Attributes:
        paper, file: give it away on paper, and as a file for other programs.

    Signals:
        print_asked: on paper.
        file_asked: as a file.
    """

    print_asked = Signal()
    file_asked = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__(words(document.title), _("Back"))
        self._document = document
        self.paper = Button(_("Print"), "soft", "printer", "Ctrl+P")
        self.file = Button(_("Save as a file"), "soft", "download")
        self.file.setAccessibleDescription(_("JSON, which other programs read"))
        self.paper.clicked.connect(self.print_asked)
        self.file.clicked.connect(self.file_asked)
        ways = Flow()
        ways.add(self.paper)
        ways.add(self.file)
        self.add(Text(_("Is anything about somebody else in it? Look before you give it away."),
                      "small", "ink2"))  # fmt: skip
        self.add(ways)
        for section in document.sections:
            self.add(_box(section))

    def printable(self) -> Callable[[], Any] | None:
        """The same on paper."""
        return partial(_same, self._document)


def _same(document: Document) -> Document:
    return document


def _box(section: Section) -> Panel:
    title = section.title
    panel = Panel("surface", _worded(title) if title is not None else "")
    if section.remark is not None:
        panel.add(Text(words(section.remark), "small", "ink2"))
    for part in section.parts:
        for text, style in _table(part) if isinstance(part, Table) else [_line(part)]:
            panel.add(Text(text, *style))
    panel.set_gap(6)
    return panel


def _line(line: Line) -> tuple[str, tuple[str, str]]:
    style = _STYLES.get(line.style, ("body", "ink"))
    if not isinstance(line.text, tuple):
        return _worded(line.text), style
    return _DOT.join(isolated(_worded(one)) for one in line.text), style


def _table(table: Table) -> list[tuple[str, tuple[str, str]]]:
    rows = [[words(one) for one in table.heads], *([*map(_worded, row)] for row in table.rows)]
    texts = [_DOT.join(isolated(cell) for cell in row if cell) for row in rows[: _MOST + 1]]
    more = len(table.rows) - _MOST
    if more > 0:
        text = ngettext(
            "{count} more line is on paper and in the file.",
            "{count} more lines are on paper and in the file.",
            more,
        )
        texts.append(fill(text, count=more))
    return [(text, ("small", "ink2" if at == 0 else "ink")) for at, text in enumerate(texts)]


def _worded(value: object) -> str:
    return words(value) if isinstance(value, Phrase) else value_in_words(value)
