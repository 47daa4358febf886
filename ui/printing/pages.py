"""Lays a document out and paints its pages: on a printer, into a PDF, on a picture, all alike."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_, _, fill, in_language, is_right_to_left
from pos_companion.printouts import Document, PaperSize
from ui.assets import load_fonts
from ui.printing.markup import (
    BARS,
    HEADING,
    ICON,
    LARGEST_CARD,
    SMALLEST_CARD,
    markup_of,
    sheet_of,
    title_of,
    with_quiet_zone,
)
from ui.theme import FAMILY, RESOURCES, load_theme

SIZES = {
    PaperSize.A4: QPageSize(QPageSize.PageSizeId.A4),
    PaperSize.A6: QPageSize(QPageSize.PageSizeId.A6),
}
_MARGINS = {PaperSize.A4: 20.0, PaperSize.A6: 11.0}
_FOOTER = 7.0
_FOOTER_TEXT = 2.8
_DPI = 300
_MM = 25.4
_ICON_PX = 600
_MODULE_PX = 8
_BOLD = 600
_STRIPES = 13


@dataclass(frozen=True)
class Pages:
    """A document laid out.

    Attributes:
        body: its text; page breaks are where they will be.
        room: the place of a page's text on the sheet, in px of the layout.
        count: at least one.
        mirrored: the document runs from right to left.
        top: how far the first page is moved down, in px.
        awning: width of the sheet in px where the shop's awning hangs over it; 0 for none.
    """

    body: QTextDocument
    room: QRectF
    count: int
    mirrored: bool
    top: float
    awning: float = 0.0

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page; the painter's origin is the corner of the sheet."""
        painter.save()
        painter.translate(self.room.left(), self.room.top() + self.top - page * self.room.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, page * self.room.height(), self.room.width(), self.room.height())
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        painter.setClipRect(context.clip)
        self.body.documentLayout().draw(painter, context)
        painter.restore()
        if self.awning > 0:
            _paint_awning(painter, self.awning)
        if self.count > 1:
            self._paint_footer(painter, page)

    def _paint_footer(self, painter: QPainter, page: int) -> None:
        font = QFont(FAMILY)
        font.setPixelSize(round(_px(_FOOTER_TEXT)))
        painter.setFont(font)
        painter.setPen(load_theme("light").colour("ink2"))
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if self.mirrored else Qt.LayoutDirection.LeftToRight
        )
        text = fill(_("Page {page} of {count}"), page=page + 1, count=self.count)
        below = QRectF(self.room)
        below.setTop(self.room.bottom())
        below.setHeight(_px(_FOOTER))
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text)


def lay_out(document: Document) -> Pages:
    """Lay a document out; the same for every device.

    Call it and `Pages.paint` inside `in_language(document.language)`.
    """
    load_fonts()
    sheet = SIZES[document.size].size(QPageSize.Unit.Millimeter)
    margin = _MARGINS[document.size]
    footer = 0.0 if document.centred else _FOOTER
    width, height = sheet.width() - 2 * margin, sheet.height() - 2 * margin - footer
    room = QRectF(*map(_px, (margin, margin, width, height)))
    body = _body(document, room.size())
    if document.centred:
        for title in range(LARGEST_CARD, SMALLEST_CARD - 1, -2):
            body = _body(document, room.size(), title)
            if body.pageCount() == 1:
                break
    spare = room.height() - body.size().height()
    top = spare / 2 if document.centred and body.pageCount() == 1 else 0.0
    awning = _px(sheet.width()) if document.centred else 0.0
    return Pages(body, room, body.pageCount(), is_right_to_left(), max(top, 0.0), awning)


def print_pages(document: Document, device: QPagedPaintDevice) -> int:
    """Put every page on a printer or into a PDF; returns how many there were."""
    device.setPageLayout(
        QPageLayout(SIZES[document.size], QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    painter = QPainter()
    if not painter.begin(device):
        raise NotSavedError(N_("The printer does not answer. Nothing was printed."))
    try:
        with in_language(document.language):
            pages = lay_out(document)
            for page in range(pages.count):
                if page:
                    device.newPage()
                _paint_to_scale(pages, painter, page, device.logicalDpiX())
    finally:
        painter.end()
    return pages.count


def as_pdf(document: Document) -> bytes:
    """The document as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setCreator("POS Companion")
    with in_language(document.language):
        writer.setTitle(title_of(document))
    print_pages(document, writer)
    return bytes(buffer.data().data())


def as_pictures(document: Document, dpi: int = 96) -> list[QImage]:
    """The pages as they will be printed, for a preview."""
    sheet = SIZES[document.size].size(QPageSize.Unit.Millimeter)
    pictures: list[QImage] = []
    with in_language(document.language):
        pages = lay_out(document)
        for page in range(pages.count):
            picture = _blank(sheet, dpi)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_to_scale(pages, painter, page, dpi)
            painter.end()
            pictures.append(picture)
    return pictures


def _blank(sheet: QSizeF, dpi: int) -> QImage:
    width, height = (round(size / _MM * dpi) for size in (sheet.width(), sheet.height()))
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.setDotsPerMeterX(round(dpi / _MM * 1000))
    picture.setDotsPerMeterY(round(dpi / _MM * 1000))
    picture.fill(Qt.GlobalColor.white)
    return picture


def _body(document: Document, page: QSizeF, title: int = 20) -> QTextDocument:
    body = QTextDocument()
    body.setDocumentMargin(0)
    body.setUseDesignMetrics(True)
    body.documentLayout().setPaintDevice(_reference())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_right_to_left():
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    body.setDefaultTextOption(option)
    body.setDefaultFont(QFont(FAMILY, 10))
    body.setDefaultStyleSheet(sheet_of(document, title))
    if document.icon:
        picture = _icon(document.icon)
        body.addResource(QTextDocument.ResourceType.ImageResource, QUrl(ICON), picture)
    if document.bars:
        picture = _bars(document.bars)
        body.addResource(QTextDocument.ResourceType.ImageResource, QUrl(BARS), picture)
    body.setHtml(markup_of(document))
    body.setPageSize(page)
    _keep_headings_with_their_text(body)
    return body


def _keep_headings_with_their_text(body: QTextDocument) -> None:
    """A heading never stands alone at the foot of a page."""
    layout = body.documentLayout()
    height = body.pageSize().height()
    block = body.begin()
    while block.isValid():
        if count := _goes_with(block):
            last = _following(block, count)
            first_page = int(layout.blockBoundingRect(block).top() // height)
            if int(layout.blockBoundingRect(last).bottom() // height) > first_page:
                form = block.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(form)
        block = block.next()
    # Only what was moved is laid out again by itself, and what follows would be painted nowhere.
    body.markContentsDirty(0, body.characterCount())


def _goes_with(block: QTextBlock) -> int:
    """How many of the next paragraphs a heading, or the first line of an entry, stays with."""
    written = block.charFormat()
    if not block.text() or written.fontWeight() < _BOLD:
        return 0
    return 3 if written.fontPointSize() == HEADING else 1


def _following(block: QTextBlock, count: int) -> QTextBlock:
    for _step in range(count):
        if block.next().isValid():
            block = block.next()
    return block


def _paint_awning(painter: QPainter, width: float) -> None:
    """The awning over the shop's window, along the upper edge of a card."""
    theme = load_theme("light")
    stripe = width / _STRIPES
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for at in range(_STRIPES):
        painter.setBrush(theme.colour("awning_b" if at % 2 else "awning_a"))
        painter.drawRect(QRectF(at * stripe, 0, stripe + 1, stripe))
        painter.drawEllipse(QRectF(at * stripe, stripe / 2, stripe, stripe))
    painter.restore()


@cache
def _icon(name: str) -> QImage:
    """An icon of the shop in the brand's colour, large enough for paper."""
    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", load_theme("light").colour("brand").name())
    picture = QImage(_ICON_PX, _ICON_PX, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    return picture


def _bars(code: str) -> QImage:
    """A code to scan, dark on light, with room on both sides."""
    modules = with_quiet_zone(code)
    picture = QImage(len(modules) * _MODULE_PX, _MODULE_PX, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    for at, module in enumerate(modules):
        if module == "1":
            bar = QRectF(at * _MODULE_PX, 0, _MODULE_PX, _MODULE_PX)
            painter.fillRect(bar, Qt.GlobalColor.black)
    painter.end()
    return picture


def _paint_to_scale(pages: Pages, painter: QPainter, page: int, dpi: int) -> None:
    painter.save()
    painter.scale(dpi / _DPI, dpi / _DPI)
    pages.paint(painter, page)
    painter.restore()


@cache
def _reference() -> QImage:
    """What text is measured for, so that lines break alike in a preview, a file and on paper."""
    return _blank(QSizeF(1, 1), _DPI)


def _px(millimetres: float) -> float:
    return millimetres / _MM * _DPI
