"""Puts the settings of this till into force: colours, sizes, words, direction."""

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from pos_companion.i18n import is_right_to_left, language, use_language
from pos_companion.settings import Settings
from ui.assets import load_fonts
from ui.theme import watcher


def application(settings: Settings) -> QApplication:
    """The running application, made when there is none, in the words and looks of this till."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of application is running already")
    app.setApplicationDisplayName("POS Companion")
    load_fonts()
    use_words(settings)
    use_look(settings)
    return app


def use_look(settings: Settings) -> None:
    """Use the theme and the text size of the settings."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        watcher.follow(
            app,
            settings.theme,
            text_scale=settings.text_size / 100,
            moves=not settings.less_movement,
        )


_qt_words: list[QTranslator] = []


def use_words(settings: Settings) -> None:
    """Use the language of the settings, also for Qt's own words and for the direction."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    use_language(settings.language or QLocale.system().bcp47Name())
    while _qt_words:
        app.removeTranslator(_qt_words.pop())
    own = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if own.load(QLocale(language()), "qtbase", "_", folder):
        app.installTranslator(own)
        _qt_words.append(own)
    right_to_left = Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(right_to_left if is_right_to_left() else Qt.LayoutDirection.LeftToRight)
