"""A report for whoever helps: saved on this computer, to be looked at and given away by hand."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import PySide6
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices

from pos_companion.i18n import _, fill
from pos_companion.services.bundle import save_report
from pos_companion.settings import Settings
from ui.kit import Button, Flow, Panel, Text
from ui.notices import sentence_for
from ui.tasks import Tasks


class HelpPanel(Panel):
    """Says what would be in it, saves it, and shows where it is.

    Attributes:
        save: saves it.
        where: says where it is, or why it could not be saved.
        folder: shows it in the folder.
    """

    def __init__(self, settings: Settings, tasks: Tasks) -> None:
        super().__init__("surface", _("When something goes wrong"), "circle-help")
        self._settings, self._tasks = settings, tasks
        self._path = settings.data_dir
        self.save = Button(_("Save a report"), "soft", "download")
        self.where = Text("", "small", "ink")
        self.folder = Button(_("Show the folder"), "ghost", "folder")
        text = _("A report helps whoever helps you: versions, settings, sizes of files and what "
                 "went wrong. No name is in it, and it is sent to nobody.")  # fmt: skip
        self.add(Text(text, "small", "ink2"))
        actions = Flow()
        actions.add(self.save)
        actions.add(self.folder)
        self.add(actions)
        self.add(self.where)
        self.folder.hide()
        self.where.hide()
        self.save.clicked.connect(self._save)
        self.folder.clicked.connect(self._show)

    def _save(self) -> None:
        self.save.setEnabled(False)
        work = partial(save_report, self._settings, versions_of_the_window())
        self._tasks.run(work, self._on_saved, self._on_failed, self)

    def _on_saved(self, path: Path) -> None:
        self._path = path.parent
        self._say(saved(path))
        self.folder.show()

    def _on_failed(self, error: Exception) -> None:
        self._say(sentence_for(error))

    def _say(self, sentence: str) -> None:
        self.save.setEnabled(True)
        self.where.setText(sentence)
        self.where.show()

    def _show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))


def saved(path: Path) -> str:
    """Where a report is, in words."""
    return fill(_("The report is in {path}. Look at it before you give it away."), path=path)


def versions_of_the_window() -> Mapping[str, str]:
    """What the report says about the library of the window."""
    return {"qt": qVersion() or "", "pyside": PySide6.__version__}
