"""The language in use: one for the till, and for a moment another one for a paper.

A till speaks one language at a time. A card for somebody who speaks another is worded in theirs
meanwhile; only the thread that words it hears of it, so that the counter never changes its tongue.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from babel import Locale


@dataclass
class _Spoken:
    locale: Locale = field(default_factory=lambda: Locale("en", "GB"))
    texts: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)


class LanguageInUse:
    """What words, days and money are written in just now."""

    def __init__(self) -> None:
        self._till = _Spoken()
        self._aside: ContextVar[_Spoken | None] = ContextVar("language_aside", default=None)

    @property
    def _now(self) -> _Spoken:
        return self._aside.get() or self._till

    @property
    def locale(self) -> Locale:
        """How days and numbers are written."""
        return self._now.locale

    @locale.setter
    def locale(self, locale: Locale) -> None:
        self._now.locale = locale

    @property
    def texts(self) -> gettext.NullTranslations:
        """The catalogue."""
        return self._now.texts

    @texts.setter
    def texts(self, texts: gettext.NullTranslations) -> None:
        self._now.texts = texts

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is set inside is set for this thread and until the end alone."""
        token = self._aside.set(_Spoken(self.locale, self.texts))
        try:
            yield
        finally:
            self._aside.reset(token)
