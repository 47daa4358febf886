"""The words for the customer, judged while they are typed."""

import string

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import Phrase, _, fill, language, words
from pos_companion.insight.tone import SpokenAs, may_be_said
from pos_companion.rules.as_json import SAY_NAMES
from ui.kit import Field, IconLine
from ui.theme import theme

_APOLOGY = "apology"


class SayField(QWidget):
    """A line for the words, and under it what speaks against them.

    Args:
        label: which words, translated.
        text: at first.
        tag: the language they are in; empty is that of the interface.

    Attributes:
        field: the line.
        verdict: a shield while all is well, else the first complaint.

    Signals:
        edited(str): somebody changed the words.
    """

    edited = Signal(str)

    def __init__(self, label: str, text: str, tag: str = "", kind: str = "") -> None:
        super().__init__()
        self._tag, self._kind = tag, kind
        names = fill(_("use {names}"), names=" ".join("{" + one + "}" for one in sorted(SAY_NAMES)))
        self.field = Field(label, text, note=names)
        self.verdict = IconLine("shield", "", "small", ("ink2", "ink2"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("s"))
        rows.addWidget(self.field)
        rows.addWidget(self.verdict)
        self.setFocusProxy(self.field)
        self.field.edited.connect(self._on_edited)
        self._judge()

    def text(self) -> str:
        """The words."""
        return self.field.text().strip()

    def complaints(self) -> list[str]:
        """What speaks against them, in the language in use; empty while nothing does."""
        return complaints_about(self.text(), self._tag or language(), self._kind)

    def _on_edited(self, _text: str) -> None:
        self._judge()
        self.edited.emit(self.text())

    def _judge(self) -> None:
        found = self.complaints()
        well = _("Says no age, no price and nothing private.")
        self.verdict.text.setText(" ".join(found) if found else well)
        self.verdict.icon.set_icon(*(("triangle-alert", "warn") if found else ("shield", "ink2")))
        self.verdict.text.set_colour("ink" if found else "ink2")
        self.verdict.setVisible(bool(self.text()))
        self.field.edit.setAccessibleDescription(" ".join(found))


def complaints_about(text: str, tag: str, kind: str) -> list[str]:
    """What speaks against words for the customer, in the language in use.

    Args:
        tag: the language they are in; what is English everywhere counts as well.
        kind: the rule's; an apology may be longer.
    """
    try:
        names = {name for _text, name, _spec, _how in string.Formatter().parse(text) if name}
    except ValueError:
        return [_("A brace is not closed.")]
    strange = sorted(names - SAY_NAMES)
    said = SpokenAs.APOLOGY if kind == _APOLOGY else SpokenAs.OFFER
    each: dict[str, Phrase] = {
        one.code: one.phrase for one in (*may_be_said(text, said), *may_be_said(text, said, tag))
    }
    found = [words(phrase) for phrase in each.values()]
    if strange:
        found.insert(0, fill(_("Nothing is known to put in place of “{name}”."), name=strange[0]))
    return found
