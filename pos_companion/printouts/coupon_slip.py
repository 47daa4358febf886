"""A coupon for the next visit, A6: what it is worth, until when, its code, and the code in bars."""

from dataclasses import dataclass
from datetime import date

import barcode  # type: ignore[import-untyped]

from pos_companion.i18n import N_, Percent, Phrase
from pos_companion.model.money import Money
from pos_companion.printouts import Document, Line, PaperSize, Printout, Section, Style


@dataclass(frozen=True)
class CouponSlip(Printout):
    """One coupon.

    Attributes:
        basis_points: the share it takes off; 0 for an amount.
        name: whom it is for; empty for whoever brings it.
        language: of whoever takes it home; empty is the till's.
    """

    code: str
    worth: Money
    first: date
    last: date
    basis_points: int = 0
    name: str = ""
    shop: str = ""
    language: str = ""
    label = N_("Coupon")

    def document(self) -> Document:
        """What it is worth, the days it is good, and the code to scan or to read aloud."""
        days = {"first": self.first, "last": self.last}
        lines = [Line(Phrase(N_("Good from {first} until {last}."), days))]
        if self.basis_points:
            lines.append(Line(Phrase(N_("At most {most}."), {"most": self.worth})))
        if self.name:
            lines.append(Line(Phrase(N_("Just for {name}."), {"name": self.name})))
        code = f"{self.code[:4]} {self.code[4:]}"
        from_us = Phrase(N_("From all of us at {shop}"), {"shop": self.shop})
        if not self.shop:
            from_us = Phrase(N_("From all of us"))
        return Document(
            title=self._title(),
            sections=(
                Section(None, tuple(lines)),
                Section(None, (Line(code, Style.DISPLAY), Line(from_us, Style.STRONG))),
            ),
            language=self.language,
            size=PaperSize.A6,
            centred=True,
            icon="ticket",
            bars=bars_of(self.code),
        )

    def _title(self) -> Phrase:
        if self.basis_points:
            text = N_("{percent} off next time")
            return Phrase(text, {"percent": Percent(self.basis_points)})
        return Phrase(N_("{amount} off next time"), {"amount": self.worth})


def bars_of(code: str) -> str:
    """A code as Code 128: a 1 for each dark module, a 0 for each light one.

    Source: ISO/IEC 15417, as python-barcode works it out.
    """
    return str(barcode.get("code128", code).build()[0])
