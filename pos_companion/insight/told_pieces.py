"""Reads one piece of a line, by its mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pos_companion.i18n import N_, Phrase, vocabulary
from pos_companion.i18n.food_words import diets, meanings, without_tail
from pos_companion.i18n.vocabulary import fold
from pos_companion.insight.prompts import first_day_to_ask
from pos_companion.insight.told_dates import DateFound, DateReader
from pos_companion.insight.told_line import Piece
from pos_companion.insight.told_parts import (
    Around,
    AskAbout,
    DayOf,
    HadIdea,
    Part,
    Reading,
    Said,
    Wanted,
    What,
    date_to_write,
    in_words,
)
from pos_companion.insight.told_tokens import Token, phrase_at
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import FactKind
from pos_companion.model.people import HouseholdMember, Species

ALLERGENS = frozenset({"nuts", "milk", "gluten", "egg", "soy", "sesame", "fish", "shellfish"})
"""What "no …" means an allergy for; to keep too much away harms nobody."""
_OF_FAITH = frozenset({"halal", "kosher"})
_PLAIN = {"matters", "worry", "comfort", "tender"}
_MOST_NAMES = 3
_POSSESSIVE = ("'s", "’s", "s")
_OPEN, _CLOSE = '"“„«', '"”“»'


@dataclass(frozen=True)
class PieceReader:
    """Reads pieces in one language.

    Attributes:
        known: who is at home, by folded name.
    """

    language: str
    dates: DateReader
    known: Mapping[str, HouseholdMember]

    def parts(self, piece: Piece, who: str) -> list[Part]:
        """What a piece was understood as; empty when it stays a note.

        Args:
            who: the name of whoever the piece before was about; empty for the customer.
        """
        tokens = piece.tokens
        if not tokens:
            return []
        if piece.mark in {"@", "#"}:
            return self._around(piece, tokens)
        if piece.mark == "!":
            text = piece.text[tokens[0].start : piece.end]
            return [_part(piece, Said(FactKind.ALLERGY, text, fold(text), who))]
        if piece.mark == "?":
            return self._ask(piece, tokens, who)
        if piece.mark == "~":
            what = self._said(piece, tokens, who)
            return [_part(piece, what)] if what else []
        idea = self._idea(piece, tokens)
        return [_part(piece, idea)] if idea else self._day(piece, tokens, who)

    def suggestion(self, piece: Piece) -> Reading | None:
        """How a plain piece could be marked; None when nothing comes to mind."""
        tokens = piece.tokens
        what = self._said(piece, tokens, "") if tokens else None
        if what is None:
            return None
        return Reading(in_words(what), f"~{piece.text[piece.start : piece.end]}")

    def _around(self, piece: Piece, tokens: Sequence[Token]) -> list[Part]:
        beings = vocabulary.words_in("beings", self.language)
        count, species = phrase_at(tokens, 0, beings)
        names, end = _name(piece, tokens, count, self._celebrations())
        if not names:
            return []
        known = self.known.get(fold(names))
        if known is None and not count:
            return []
        relation = piece.text[tokens[0].start : tokens[count - 1].end] if count else ""
        being = Around(
            known.name if known else names,
            known.relation if known else relation,
            known.species if known else Species(species),
            known.id if known else None,
        )
        last = tokens[end - 1].end
        parts = [Part(piece.start, last, in_words(being), being)]
        kinds, kind = phrase_at(tokens, end, self._celebrations())
        found = self.dates.at(tokens, end + kinds)
        if found is not None:
            celebrated = CelebrationKind(kind or CelebrationKind.BIRTHDAY.value)
            start, stop = tokens[end].start, tokens[end + kinds + found.count - 1].end
            parts.append(self._dated(piece, (start, stop), celebrated, found, being.name))
        return parts

    def _day(self, piece: Piece, tokens: Sequence[Token], who: str) -> list[Part]:
        """A celebration, if the whole piece is one: its kind, its day, and whose it is."""
        owner, at = self._owner(tokens)
        count, kind = phrase_at(tokens, at, self._celebrations())
        if not count:
            return []
        if not at and len(tokens) > count and self._at_home(tokens[count]):
            owner, at = self._at_home(tokens[count]), 1
        colon = 1 if at + count < len(tokens) and tokens[at + count].text in ":." else 0
        found = self.dates.at(tokens, at + count + colon)
        if found is None or at + count + colon + found.count != len(tokens):
            return []
        place = (piece.start, piece.end)
        return [self._dated(piece, place, CelebrationKind(kind), found, owner or who)]

    def _owner(self, tokens: Sequence[Token]) -> tuple[str, int]:
        """Whose day it is, when a name we know stands in front."""
        name = self._at_home(tokens[0])
        if not name:
            return "", 0
        has_tail = len(tokens) > 1 and tokens[1].folded in {"'s", "s"}
        return name, 2 if has_tail else 1

    def _at_home(self, token: Token) -> str:
        forms = [token.folded]
        forms += [token.folded.removesuffix(tail) for tail in _POSSESSIVE]
        known = next((self.known[form] for form in forms if form in self.known), None)
        return known.name if known else ""

    def _dated(
        self,
        piece: Piece,
        place: tuple[int, int],
        kind: CelebrationKind,
        found: DateFound,
        who: str,
    ) -> Part:
        days = [_without_year(when) if found.is_near else when for when in found.readings]
        readings = [in_words(DayOf(kind, when, who)) for when in days]
        if len(days) == 1:
            return Part(*place, readings[0], DayOf(kind, days[0], who))
        written = piece.text[place[0] : place[1]]
        return _unclear(place, readings, [_instead(written, when) for when in days])

    def _ask(self, piece: Piece, tokens: Sequence[Token], who: str) -> list[Part]:
        begin, _ = phrase_at(tokens, 0, vocabulary.words_in("ask", self.language))
        found, at = self._last_date(tokens, begin)
        if at <= begin:
            return []
        topic = piece.text[tokens[begin].start : tokens[at - 1].end]
        if not any(sign.isalnum() for sign in topic):
            return []
        if found is None:
            asking = AskAbout(topic, None, first_day_to_ask(self.dates.today), who)
            return [_part(piece, asking)]
        days = [_coming(when, self.dates.today) for when in found.readings]
        asking_on = [AskAbout(topic, day, first_day_to_ask(day, day), who) for day in days]
        if len(days) == 1:
            return [_part(piece, asking_on[0])]
        written = piece.text[piece.start : piece.end]
        return [
            _unclear(
                (piece.start, piece.end),
                [in_words(asking) for asking in asking_on],
                [_instead(written, when) for when in found.readings],
            )
        ]

    def _last_date(self, tokens: Sequence[Token], begin: int) -> tuple[DateFound | None, int]:
        """A date that ends the piece, and where it begins; the end when there is none."""
        for at in range(begin, len(tokens)):
            found = self.dates.at(tokens, at)
            if found is not None and at + found.count == len(tokens):
                return found, at
        return None, len(tokens)

    def _said(self, piece: Piece, tokens: Sequence[Token], who: str) -> What | None:
        text = piece.text[tokens[0].start : piece.end]
        if len(tokens) == 1 and (subject := without_tail(tokens[0].text)):
            return Said(FactKind.ALLERGY, text, subject, who)
        count, meant = phrase_at(tokens, 0, vocabulary.words_in("said", self.language))
        rest = piece.text[tokens[count].start : piece.end] if count < len(tokens) else ""
        if count == 0 or meant == "named":
            named = diets(rest if count else text)
            if not named:
                return None
            kind = FactKind.FAITH if named & _OF_FAITH else FactKind.DIET
            return Said(kind, text, "", who)
        if meant in _PLAIN:
            return self._plain(FactKind(meant), tokens, text, who)
        if not rest:
            return None
        if meant in {"need", "idea"}:
            return Wanted(rest) if meant == "need" else self._idea(piece, tokens) or HadIdea(rest)
        kind = _kind_of(meant, rest)
        return Said(kind, text, fold(rest), who)

    def _idea(self, piece: Piece, tokens: Sequence[Token]) -> HadIdea | None:
        """An idea that is called one: the word, a colon, and what it is."""
        count, meant = phrase_at(tokens, 0, vocabulary.words_in("said", self.language))
        if meant != "idea" or len(tokens) <= count + 1 or tokens[count].text != ":":
            return None
        return HadIdea(piece.text[tokens[count + 1].start : piece.end])

    def _plain(self, kind: FactKind, tokens: Sequence[Token], text: str, who: str) -> Said:
        if kind is not FactKind.TENDER:
            return Said(kind, text, "", who)
        hints = vocabulary.words_in("dates.hints", self.language)
        for at in range(len(tokens)):
            count, hint = phrase_at(tokens, at, hints)
            found = self.dates.at(tokens, at + count) if hint == "until" else None
            if found is not None and len(found.readings) == 1:
                until = _coming(found.readings[0], self.dates.today)
                return Said(kind, text, "", who, until)
        return Said(kind, text, "", who)

    def _celebrations(self) -> vocabulary.Words:
        return vocabulary.words_in("celebrations", self.language)


def _kind_of(meant: str, rest: str) -> FactKind:
    if meant == "avoid":
        return FactKind.ALLERGY if meanings(rest) & ALLERGENS else FactKind.DIET
    return FactKind(meant)


def _part(piece: Piece, what: What) -> Part:
    return Part(piece.start, piece.end, in_words(what), what)


def _name(
    piece: Piece, tokens: Sequence[Token], at: int, celebrations: vocabulary.Words
) -> tuple[str, int]:
    """The name at a place, and where it ends: in quotes, or a word and what is capital behind."""
    if at >= len(tokens):
        return "", at
    if tokens[at].text in _OPEN:
        for end in range(at + 1, len(tokens)):
            if tokens[end].text in _CLOSE:
                inner = piece.text[tokens[at].end : tokens[end].start].strip()
                return inner, end + 1
        return "", at
    end = at
    while end < len(tokens) and tokens[end].is_word and end - at < _MOST_NAMES:
        is_next = end == at or tokens[end].text[0].isupper()
        if not is_next or phrase_at(tokens, end, celebrations)[0]:
            break
        end += 1
    return (piece.text[tokens[at].start : tokens[end - 1].end], end) if end > at else ("", at)


def _unclear(place: tuple[int, int], phrases: Sequence[Phrase], instead: Sequence[str]) -> Part:
    readings = tuple(map(Reading, phrases, instead))
    either = Phrase(N_("{one} / {other}"), {"one": phrases[0], "other": phrases[1]})
    return Part(*place, either, None, readings)


def _instead(written: str, when: PartialDate) -> str:
    """The piece with its date in words: the figures stand at the end."""
    return f"{written.rstrip('0123456789٠١٢٣٤٥٦٧٨٩/-.')}{date_to_write(when)}"


def _without_year(when: PartialDate) -> PartialDate:
    return PartialDate(None, when.month, when.day)


def _coming(when: PartialDate, today: date) -> date:
    """The day meant from today on: without a year the next one; of a month or a year the first."""
    if when.year is not None:
        return date(when.year, when.month or 1, when.day or 1)
    for year in range(today.year, today.year + 9):
        span = PartialDate(None, when.month, when.day).in_year(year)
        if span is not None and span.last >= today:
            return max(span.first, today)
    return today
