"""Sheets are tried on an empty host, with a look."""

from tests.ui.counter.sheets.host import covers, look

__all__ = ["covers", "look"]
