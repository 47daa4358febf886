"""Rounded boxes and the focus ring."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintDevice, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import theme


def brush(device: QPaintDevice) -> QPainter:
    """A painter with smooth edges. End it when done."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(painter: QPainter, area: QRectF, look: tuple[str, str], shape: tuple[float, float]) -> None:
    """Paint a rounded box whose edge lies wholly inside the area.

    Args:
        painter: smooth.
        area: the outer edge.
        look: tokens of fill and line, either may be empty.
        shape: corner radius and line width in px.
    """
    fill, line = look
    radius, width = shape
    inset = width / 2 if line else 0.0
    painter.setPen(QPen(theme().colour(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = area.adjusted(inset, inset, -inset, -inset)
    round_by = min(radius - inset, inner.height() / 2, inner.width() / 2)
    painter.drawRoundedRect(inner, round_by, round_by)


def focus_ring(painter: QPainter, area: QRectF, radius: float, inner: str = "") -> None:
    """Paint the focus ring inside an edge; `inner` adds a thin second ring of that token."""
    look = theme()
    width = look.stroke("focus")
    box(painter, area, ("", "focus"), (radius, width))
    if inner:
        within = area.adjusted(width, width, -width, -width)
        box(painter, within, ("", inner), (radius - width, look.stroke("focus_inner")))


def mirrored(widget: QWidget, left: float, width: float) -> float:
    """Where a piece begins that is `left` px from the leading edge of a widget."""
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return widget.width() - left - width
    return left
