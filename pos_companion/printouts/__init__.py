"""What is on a paper: pure values, one file a printout, found by themselves.

A printout knows what it prints and makes a `Document` of it: a title, parts with lines and tables,
nothing worded yet. Whoever puts it on paper words it in the document's language, the last moment
before the ink, and decides about fonts.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from pos_companion.i18n import N_, Phrase

Cell = object
"""What a table holds: a text, a Phrase, a day, money or a number."""


class PaperSize(StrEnum):
    """What it is printed on."""

    A4 = "a4"
    A6 = "a6"


class Style(StrEnum):
    """How a line stands out: the shop's words in large, reading text, or a small remark."""

    DISPLAY = "display"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"


@dataclass(frozen=True)
class Line:
    """One paragraph.

    Attributes:
        text: several short ones stand side by side, with a dot between them.
    """

    text: Phrase | str | tuple[Phrase | str, ...]
    style: Style = Style.BODY


@dataclass(frozen=True)
class Table:
    """Rows under their headings; every row as long as `heads`."""

    heads: tuple[Phrase, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Section:
    """A part with a heading.

    Attributes:
        title: None continues without a heading.
        remark: in small letters under the heading: what it is for.
    """

    title: Phrase | str | None
    parts: tuple[Line | Table, ...] = ()
    remark: Phrase | None = None


@dataclass(frozen=True)
class Document:
    """A whole paper.

    Attributes:
        title: on top, and the name of its file.
        remark: under the title, in small letters: whose shop, which day.
        language: tag; empty is the till's own.
        centred: a card to be looked at, not a page to be read.
        icon: a picture above a card, by its name in `resources/icons`; empty for none.
        bars: a code to scan under the text: 1 for each dark module, 0 for each light one; empty for
            none.
    """

    title: Phrase
    sections: tuple[Section, ...] = ()
    remark: Phrase | str | None = None
    language: str = ""
    size: PaperSize = PaperSize.A4
    centred: bool = False
    icon: str = ""
    bars: str = ""


class Printout:
    """One kind of paper: a frozen dataclass of what goes on it.

    Attributes:
        label: what it is called where papers are chosen.
    """

    label: ClassVar[str] = ""

    def document(self) -> Document:
        """What is on the paper."""
        raise NotImplementedError


def letterhead(shop: str, day: object) -> Phrase:
    """Under a title: the shop and the day; the day alone where the shop has no name."""
    if not shop:
        return Phrase("{day}", {"day": day})
    return Phrase(N_("{shop} · {day}"), {"shop": shop, "day": day})
