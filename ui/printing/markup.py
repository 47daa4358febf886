"""A document in the markup that Qt lays out, worded in the document's language.

Sizes are points, so that paper and picture look alike. Colours are those of the light theme:
paper is light, whatever the screen is.
"""

from collections.abc import Sequence
from functools import cache
from html import escape

from pos_companion.i18n import Phrase, is_right_to_left, isolated, value_in_words, words
from pos_companion.printouts import Cell, Document, Line, Section, Style, Table
from ui.theme import FAMILY, load_theme

ICON = "icon"
ICON_SIZE = 72
BARS = "bars"
_BAR, _BARS_HEIGHT, _QUIET = 2, 64, 10
LARGEST_CARD, SMALLEST_CARD = 26, 12
HEADING = 14

_DOT = " · "
_GAP = 10
_PAIR, _WIDE = 2, "62%"
_SHEET = """
body {{ font-family: '{family}'; font-size: 10pt; color: {ink}; }}
p {{ margin-top: 0; margin-bottom: 5px; line-height: 125%; }}
p.title {{ font-size: {title}pt; font-weight: 600; margin-bottom: {under}px; line-height: 110%; }}
p.heading {{ font-size: {heading}pt; font-weight: 600; color: {brand};
             margin-top: 20px; margin-bottom: 2px; }}
p.display {{ font-size: 18pt; font-weight: 600; }}
p.strong {{ font-weight: 600; margin-bottom: 1px; }}
p.small {{ font-size: 8.5pt; color: {faint}; margin-bottom: 9px; }}
p.letterhead {{ font-size: 9pt; color: {faint}; margin-bottom: 14px; }}
table {{ border-collapse: collapse; margin-top: 6px; margin-bottom: 6px; }}
th {{ font-size: 8.5pt; font-weight: 500; color: {faint}; padding: 4px {right}px 4px {left}px;
      border-bottom: 1px solid {border}; }}
td {{ padding: 5px {right}px 5px {left}px; border-bottom: 1px solid {line}; vertical-align: top; }}
"""
_CARD = """
p {{ font-size: 11pt; margin-bottom: 14px; line-height: 140%; }}
p.strong {{ color: {brand}; margin-top: 22px; }}
p.title {{ font-size: {title}pt; line-height: 115%; margin-bottom: {under}px; color: {brand}; }}
"""


def with_quiet_zone(bars: str) -> str:
    """A code with the light room that scanners need on both sides."""
    return "0" * _QUIET + bars + "0" * _QUIET


def title_of(document: Document) -> str:
    """The title in the document's language; call it inside `in_language`."""
    return words(document.title)


def sheet_of(document: Document, title: int = 20) -> str:
    """The style sheet of a document.

    Args:
        title: size of the largest words in points.
    """
    tokens = {
        **_colours(),
        "family": FAMILY,
        "title": title,
        "heading": HEADING,
        "under": 18 if document.centred else 2,
        "left": _GAP if is_right_to_left() else 0,
        "right": 0 if is_right_to_left() else _GAP,
    }
    return (_SHEET + (_CARD if document.centred else "")).format(**tokens)


def markup_of(document: Document) -> str:
    """The document's text; call it inside `in_language`."""
    direction = "rtl" if is_right_to_left() else "ltr"
    parts = [_paragraph(title_of(document), "title")]
    if document.icon:
        picture = f'<p><img src="{ICON}" width="{ICON_SIZE}" height="{ICON_SIZE}"></p>'
        parts.insert(0, picture)
    if document.remark is not None:
        parts.append(_paragraph(_text(document.remark), "letterhead"))
    parts += [_section(section) for section in document.sections]
    if document.bars:
        width = (len(document.bars) + 2 * _QUIET) * _BAR
        parts.append(f'<p><img src="{BARS}" width="{width}" height="{_BARS_HEIGHT}"></p>')
    body = "".join(parts)
    if document.centred:
        body = f'<div align="center">{body}</div>'
    return f'<html dir="{direction}"><body dir="{direction}">{body}</body></html>'


@cache
def _colours() -> dict[str, str]:
    theme = load_theme("light")
    named = {"ink": "ink", "faint": "ink2", "brand": "brand", "line": "line", "border": "border"}
    return {name: theme.colour(token).name() for name, token in named.items()}


def _section(section: Section) -> str:
    parts = []
    if section.title is not None:
        parts.append(_paragraph(_text(section.title), "heading"))
    if section.remark is not None:
        parts.append(_paragraph(_text(section.remark), Style.SMALL))
    parts += [_table(one) if isinstance(one, Table) else _line(one) for one in section.parts]
    return "".join(parts)


def _line(line: Line) -> str:
    if not isinstance(line.text, tuple):
        return _paragraph(_text(line.text), line.style)
    # Side by side, each runs in its own direction.
    beside = (isolated(words(one) if isinstance(one, Phrase) else one) for one in line.text)
    return _paragraph(_DOT.join(beside), line.style)


def _paragraph(text: str, style: str) -> str:
    return f'<p class="{style}">{escape(text)}</p>'


def _table(table: Table) -> str:
    heads = _row(table.heads, "th")
    rows = "".join(_row(row, "td") for row in table.rows)
    return f'<table width="100%" cellspacing="0"><thead>{heads}</thead>{rows}</table>'


def _row(cells: Sequence[Cell], tag: str) -> str:
    """A row; Qt does not turn the order of columns round by itself."""
    start = "right" if is_right_to_left() else "left"
    # Two columns are as wide in every table, so that several under each other look like one.
    width = f' width="{_WIDE}"' if len(cells) == _PAIR else ""
    made = [f'<{tag} align="{start}">{escape(_text(cell))}</{tag}>' for cell in cells]
    made[0] = made[0].replace(" align", f"{width} align", 1)
    return f"<tr>{''.join(reversed(made) if is_right_to_left() else made)}</tr>"


def _text(value: Cell) -> str:
    if isinstance(value, Phrase):
        return words(value)
    return isolated(value) if isinstance(value, str) else value_in_words(value)
