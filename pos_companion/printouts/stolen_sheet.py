"""When the computer is gone: what was on it, how it was locked, and what to do now."""

from dataclasses import dataclass
from datetime import date

from pos_companion.i18n import N_, LongDay, Phrase
from pos_companion.printouts import Document, Line, Printout, Section, Style, letterhead


@dataclass(frozen=True)
class StolenSheet(Printout):
    """To be printed in good days and kept with the recovery code.

    Attributes:
        people: how many customers are in the records.
        since: since when they are kept locked; None while there is nothing.
        newest, elsewhere: days of the newest backups, here and at the second place.
        has_code: a recovery code was printed.
    """

    today: date
    people: int
    since: date | None
    newest: date | None
    elsewhere: date | None
    has_code: bool
    shop: str = ""
    label = N_("If this computer is stolen")

    def document(self) -> Document:
        """Facts first, then steps in their order."""
        return Document(
            title=Phrase(N_("If this computer is stolen")),
            sections=(
                Section(Phrase(N_("What was on it")), tuple(Line(one) for one in self._facts())),
                Section(
                    Phrase(N_("What to do")),
                    tuple(Line(Phrase(text), Style.BODY) for text in _STEPS),
                ),
            ),
            remark=letterhead(self.shop, LongDay(self.today)),
        )

    def _facts(self) -> list[Phrase]:
        told = [
            Phrase(
                "One customer, with what they told us",
                {"count": self.people},
                "{count} customers, with what they told us",
            ),
            Phrase(N_("Locked with AES-256 from the first day on, backups as well: {day}"),
                   {"day": LongDay(self.since)}) if self.since else None,
            _day(N_("Newest backup on it: {day}"), self.newest),
            _day(N_("Newest backup in the second folder: {day}"), self.elsewhere),
            Phrase(N_("The recovery code was printed. It opens any backup on any computer."))
            if self.has_code
            else Phrase(N_("No recovery code was printed. Without one no backup opens elsewhere.")),
        ]  # fmt: skip
        return [one for one in told if one is not None]


def _day(text: str, day: date | None) -> Phrase | None:
    return Phrase(text, {"day": LongDay(day)}) if day else None


_STEPS = (
    N_("1. Did the computer ask for a password when it was switched on? If it did not, whoever has "
       "it can open the records: say so to the authority."),
    N_("2. Tell the police, and keep their number of the case."),
    N_("3. Within 72 hours tell the authority for data protection, unless nobody can be harmed. "
       "This sheet has what they ask for."),
    N_("4. On another computer, put the newest backup back with the recovery code."),
    N_("5. Then lock the records by a new key, and print its recovery code."),
    N_("6. Give everybody who works here a new PIN."),
)  # fmt: skip
