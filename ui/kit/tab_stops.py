"""Where Tab stops, in the order in which things stand on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_stops(widget: QWidget) -> list[QWidget]:
    """Everything under a widget that Tab may stop at, in reading order, hidden or not.

    The order is that of the layouts: it is right however late a part was drawn, while Qt's own
    chain follows the order in which widgets were made.
    """
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        return tab_stops(inner) if inner is not None else []
    layout = widget.layout()
    laid_out = _laid_out(layout) if layout is not None else []
    children = [one for one in widget.children() if isinstance(one, QWidget)]
    found = []
    for child in laid_out + [one for one in children if one not in laid_out]:
        if child.isWindow():
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(child)
        found += tab_stops(child)
    return found


def _laid_out(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            found.append(widget)
        elif inner is not None:
            found += _laid_out(inner)
    return found
