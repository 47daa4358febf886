"""A notice for the counter: what the shop writes down about people, and that it is theirs."""

from dataclasses import dataclass
from datetime import date

from pos_companion.i18n import N_, LongDay, Phrase
from pos_companion.printouts import Document, Line, Printout, Section, letterhead


@dataclass(frozen=True)
class CounterNotice(Printout):
    """To be hung up where everybody can read it.

    Attributes:
        months: who was not here for so long is proposed to be forgotten.
    """

    today: date
    months: int
    shop: str = ""
    label = N_("Notice for the counter")

    def document(self) -> Document:
        """What, what for, where, how long, and what they can ask for."""
        return Document(
            title=Phrase(N_("What we remember about you")),
            sections=tuple(
                Section(Phrase(title), (Line(Phrase(text, {"months": self.months})),))
                for title, text in _PARTS
            ),
            remark=letterhead(self.shop, LongDay(self.today)),
        )


_PARTS = (
    (
        N_("What we write down"),
        N_("Your name and your visits, and what you like to tell us: what you usually have, what "
           "you cannot eat, who belongs to you, days worth celebrating, and what we owe you."),
    ),
    (
        N_("What we use it for"),
        N_("To greet you as you like it, to have your usual ready, and to give a small thing back "
           "now and then. For nothing else."),
    ),
    (
        N_("Where it is"),
        N_("On our own computer, locked with a key. We sell it to nobody and give it to nobody."),
    ),
    (
        N_("How long"),
        N_("Who has not been here for {months} months is proposed to be forgotten. Notes go "
           "earlier when nobody has confirmed them."),
    ),
    (
        N_("It is yours"),
        N_("Ask us to show you everything, to correct it, to stop writing things down, or to "
           "forget you. You need no reason, and you are just as welcome afterwards."),
    ),
)  # fmt: skip
