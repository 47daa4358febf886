"""The kit: painted widgets, one per file, coloured and sized by the theme in use.

text     Text                      words in a type role; wraps, never cut
icon     Icon, IconDisc, IconLine  an icon; in a disc; leading a text
key      Key                       a key cap
button   Button                    primary, soft, on, ghost, warn, rail
chip     Chip                      on or off
tag      Tag                       tells only
panel    Panel                     a box with a heading
tile     Tile                      a panel that is one button
avatar   Avatar                    initials in a ring
result_row ResultRow               a person found
line_edit LineBox, SearchField     a line to type in; the search
field    Field                     a labelled line
flow     Flow                      a row that wraps
slot     Slot                      one of several widgets
scroll_column ScrollColumn         a column that scrolls
toast    Toast                     a message with one way back
sheet    Sheet                     a page over the page
awning   Awning                    the stripes on top
"""

from ui.kit.avatar import Avatar, tint_for
from ui.kit.awning import Awning
from ui.kit.button import Button
from ui.kit.chip import Chip
from ui.kit.field import Field
from ui.kit.flow import Flow
from ui.kit.icon import Icon, IconDisc, IconLine
from ui.kit.key import Key
from ui.kit.line_edit import LineBox, SearchField
from ui.kit.panel import Panel
from ui.kit.result_row import Found, ResultRow
from ui.kit.scroll_column import ScrollColumn
from ui.kit.sheet import Sheet
from ui.kit.slot import Slot
from ui.kit.tag import Tag
from ui.kit.text import Text
from ui.kit.tile import Tile
from ui.kit.toast import Toast

__all__ = [
    "Avatar",
    "Awning",
    "Button",
    "Chip",
    "Field",
    "Flow",
    "Found",
    "Icon",
    "IconDisc",
    "IconLine",
    "Key",
    "LineBox",
    "Panel",
    "ResultRow",
    "ScrollColumn",
    "SearchField",
    "Sheet",
    "Slot",
    "Tag",
    "Text",
    "Tile",
    "Toast",
    "tint_for",
]
