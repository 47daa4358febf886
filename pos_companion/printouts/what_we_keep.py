"""Everything we keep about one person, for that person, in plain words with its purpose."""

from dataclasses import dataclass
from datetime import date

from pos_companion.i18n import N_, LongDay, Phrase
from pos_companion.printouts import (
    Document,
    Line,
    Printout,
    Section,
    Style,
    Table,
    letterhead,
)


@dataclass(frozen=True)
class KeptEntry:
    """One thing we keep.

    Attributes:
        text: the thing itself.
        details: who heard it, when, and so on, each in its own few words.
    """

    text: Phrase | str
    details: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class KeptPart:
    """One sort of thing we keep.

    Attributes:
        used_for: what we use it for, to the person.
        entries: as paragraphs.
        table: as a table, for what there is a lot of.
    """

    title: Phrase
    used_for: Phrase
    entries: tuple[KeptEntry, ...] = ()
    table: Table | None = None


@dataclass(frozen=True)
class WhatWeKeep(Printout):
    """The sheet for somebody who asks what we know."""

    name: str
    today: date
    parts: tuple[KeptPart, ...]
    shop: str = ""
    language: str = ""
    label = N_("What we keep")

    def document(self) -> Document:
        """Every part that holds something, and what they can do about it."""
        title = Phrase(N_("What we keep about {name}"), {"name": self.name})
        if not self.name:
            title = Phrase(N_("What we keep about you"))
        return Document(
            title=title,
            sections=(_opening(), *map(_section, self.parts), _rights()),
            remark=letterhead(self.shop, LongDay(self.today)),
            language=self.language,
        )


def _opening() -> Section:
    text = N_(
        "This is everything we have written down about you. It is kept on our own computer, "
        "locked with a key, and given to nobody."
    )
    return Section(None, (Line(Phrase(text)),))


def _rights() -> Section:
    text = N_(
        "You can have anything on this page corrected or erased, today and without a reason. "
        "You can also say no to a part of it. Just tell us."
    )
    return Section(Phrase(N_("It is yours")), (Line(Phrase(text)),))


def _section(part: KeptPart) -> Section:
    lines: list[Line | Table] = []
    for entry in part.entries:
        lines.append(Line(entry.text, Style.STRONG if entry.details else Style.BODY))
        if entry.details:
            lines.append(Line(entry.details, Style.SMALL))
    if part.table is not None:
        lines.append(part.table)
    used_for = Phrase(N_("What we use it for: {purpose}"), {"purpose": part.used_for})
    return Section(part.title, tuple(lines), used_for)
