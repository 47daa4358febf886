"""Widgets in a row that wraps: chips, tags, actions."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget

from ui.theme import theme

_NARROWEST = 120


class FlowLayout(QLayout):
    """Lays items in rows from the leading edge; a row is as high as its highest item."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  Qt's name
        """Append an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  Qt's name
        """The item at a place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  Qt's name
        """Remove and return the item at a place."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  Qt's name
        """It takes what it is given."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Always: narrower means more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:  # noqa: N802  Qt's name
        """Move the items to their places."""
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._space() * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802  Qt's name
        """Narrow, since an item gets higher where it does not fit; one row high."""
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(
            min(width, theme().px(_NARROWEST)), max((size.height() for size in sizes), default=0)
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _space(self) -> int:
        return theme().px(self._gap)

    def _place(self, area: QRect, *, move: bool) -> int:
        top = area.top()
        rows = self._rows(area.width())
        for row in rows:
            high = max(size.height() for _, size in row)
            left = area.left()
            for item, size in row:
                if move:
                    at = QPoint(left, top + (high - size.height()) // 2)
                    self._move(item, QRect(at, size), area)
                left += size.width() + self._space()
            top += high + self._space()
        return max(top - area.top() - self._space(), 0) if rows else 0

    def _move(self, item: QLayoutItem, place: QRect, area: QRect) -> None:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        item.setGeometry(QStyle.visualRect(direction, area, place))

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = _fitted(item, width)
            if rows and used + self._space() + size.width() <= width:
                rows[-1].append((item, size))
                used += self._space() + size.width()
            else:
                rows.append([(item, size)])
                used = size.width()
        return rows


class Flow(QWidget):
    """A row of widgets that wraps.

    Args:
        gap: between widgets and between rows, in px at 100 %.
    """

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(gap)
        self.setLayout(self._layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Append a widget."""
        self._layout.addWidget(widget)

    def widgets(self) -> list[QWidget]:
        """What was added, in order."""
        found = (self._layout.itemAt(index) for index in range(self._layout.count()))
        widgets = (item.widget() for item in found if item)
        return [widget for widget in widgets if widget]

    def discard(self, widget: QWidget) -> None:
        """Take one widget out for good."""
        self._layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def clear(self) -> None:
        """Take everything out."""
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def _fitted(item: QLayoutItem, width: int) -> QSize:
    wanted = item.sizeHint()
    if wanted.width() <= width and not item.hasHeightForWidth():
        return wanted
    narrow = min(wanted.width(), max(width, 1))
    high = item.heightForWidth(narrow) if item.hasHeightForWidth() else wanted.height()
    return QSize(narrow, high)
