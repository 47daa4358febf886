"""What can go wrong, in the shop's words.

Every error that a person may see is a `CompanionError`: a kind for programs, a `Phrase` for people.
The command line and the window word it in the language of the interface.
"""

from typing import ClassVar

from pos_companion.i18n import Phrase, words

LONGEST_ECHO = 60
"""So many letters of what was sent or typed are said again."""
_OURS = frozenset({
    "choices", "columns", "example", "fields", "file", "folder", "kinds", "levels", "names",
    "outcomes", "path", "place", "reasons", "steps", "url", "ways", "where", "why",
})  # fmt: skip
"""Values that are our own words and lists, or where something lies: they are said whole."""


class CompanionError(Exception):
    """Something was refused or could not be done; nothing half-done is left behind.

    Attributes:
        kind: a short code for programs, for example `out_of_stock`.
        exit_code: what the command line ends with: 1 refused, 2 wrong usage, 3 data damaged.
        phrase: the sentence for people, not yet translated.
    """

    kind: ClassVar[str] = "refused"
    exit_code: ClassVar[int] = 1

    def __init__(self, text: str, /, **values: object) -> None:
        super().__init__(text)
        self.phrase = Phrase(text, {name: _said(name, one) for name, one in values.items()})

    def __str__(self) -> str:
        """Say the sentence in the language of the interface."""
        return words(self.phrase)


def _said(name: str, value: object) -> object:
    """What is said again of a value: enough to know it by."""
    if not isinstance(value, str) or name in _OURS or len(value) <= LONGEST_ECHO:
        return value
    return f"{value[: LONGEST_ECHO - 1].rstrip()}…"


class RefusedError(CompanionError):
    """A rule of the shop or of the program says no."""


class NotAllowedError(CompanionError):
    """Whoever is at the counter may not do this; somebody else may."""

    kind = "not_allowed"


class WrongPinError(CompanionError):
    """A PIN does not open, for whatever reason: the words are always the same."""

    kind = "wrong_pin"


class BadInputError(CompanionError):
    """What was typed or sent cannot be understood."""

    kind = "bad_input"
    exit_code = 2


class NotFoundError(CompanionError):
    """There is nobody or nothing like that."""

    kind = "not_found"


class SeveralFoundError(CompanionError):
    """More than one customer fits; somebody has to choose."""

    kind = "several_found"


class OutOfStockError(CompanionError):
    """The last one has just gone."""

    kind = "out_of_stock"


class LimitReachedError(CompanionError):
    """A cap or a budget has no room left, or the gift was already given."""

    kind = "limit_reached"


class ImportRefusedError(CompanionError):
    """A file or a row of it cannot be taken in."""

    kind = "import_refused"


class NotSavedError(CompanionError):
    """The deed could not be written; what was typed is still on the screen."""

    kind = "not_saved"


class KeyRequiredError(CompanionError):
    """The records are locked and no key fits: a question, never a reason for a new key."""

    kind = "key_required"


class BusyError(CompanionError):
    """Somebody else is using the records just now."""

    kind = "busy"


class PasswordRequiredError(CompanionError):
    """The server with the records wants a password, or another one."""

    kind = "password_required"


class ServerGoneError(CompanionError):
    """The server with the records cannot be reached just now."""

    kind = "server_gone"


class UncertainError(ServerGoneError):
    """The connection was lost while something was being saved: nobody knows whether it was."""

    kind = "uncertain"


class NewerStoreError(CompanionError):
    """The records were written by a newer version of the program."""

    kind = "newer_store"


class DamagedError(CompanionError):
    """The records on disk are damaged or are not ours."""

    kind = "damaged"
    exit_code = 3


class MissingDeedsError(DamagedError):
    """The records hold less than was saved in them: use a backup, or go on and note it."""

    kind = "missing_deeds"

    @classmethod
    def of(cls, count: int) -> "MissingDeedsError":
        """So many saved deeds are missing."""
        values = {"count": count}
        error = cls("", **values)
        error.phrase = Phrase(
            "One saved deed is missing from these records. Use a backup, or go on and note it.",
            values,
            "{count} saved deeds are missing from these records. "
            "Use a backup, or go on and note it.",
        )
        return error


class StoppedError(CompanionError):
    """The records were taken away under the open till: neither saved nor not saved."""

    kind = "store_gone"
    exit_code: ClassVar[int] = 3
