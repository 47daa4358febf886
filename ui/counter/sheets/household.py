"""Family and pets: who is there, somebody more, somebody we know, who moves out, who is gone."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import LongDay, Phrase, _, fill, isolated, words
from pos_companion.model.card import Hit
from pos_companion.model.people import Gone, HouseholdMember
from pos_companion.services.home_pages import HouseholdPage, Missing
from pos_companion.services.members import NewMember
from ui.counter.sheets.known_people import KnownPeople
from ui.counter.sheets.part_ways import PartWays
from ui.counter.sheets.relation_chips import RelationChips
from ui.counter.sheets.rows import Rows
from ui.impression import BEING_ICONS
from ui.kit import Button, Field, Icon, IconLine, Sheet, Text, Tile
from ui.theme import theme

_COMMAS = str.maketrans({"،": ",", "，": ",", "、": ","})


@dataclass(frozen=True)
class Joining:
    """Somebody we know already comes into the household.

    Attributes:
        relation: of them to whoever is open; may be empty.
    """

    guest: int
    relation: str = ""


class HouseholdSheet(Sheet):
    """A name and Enter add somebody; "Miso, cat" says what they are in the same line.

    Attributes:
        line: the name of somebody more.
        relations: what they are; also for somebody we know already.
        known: looks for them; hidden until it is wanted.
        parting: who moves out; hidden until it is wanted, None while nobody else lives here.

    Signals:
        member_chosen: a `HouseholdMember`.
        added: a `NewMember`.
        known_asked: the text to look for.
        joined: a `Joining`.
        parted: a `Parting`.
        brought_back: the number of a being who is around after all.
    """

    member_chosen = Signal(object)
    added = Signal(object)
    known_asked = Signal(str)
    joined = Signal(object)
    parted = Signal(object)
    brought_back = Signal(int)

    def __init__(self, page: HouseholdPage) -> None:
        name = page.customer.called
        back = fill(_("Back to {name}"), name=name) if name else _("Back to the card")
        super().__init__(_("Family & pets"), back)
        self.parting: PartWays | None = None
        self.line = Field(_("Add somebody"), placeholder=_("Name, or “Miso, cat”"))
        self.relations = RelationChips()
        self.known = KnownPeople(_("Whom do we know already?"))
        self.switch = Button(_("Somebody we know already"), "ghost", "search")
        self._people, self._moving, self._missing = Rows(), Rows(), Rows()
        self._new = Rows(12)
        for part in (self.line, self.known, self.relations, self.switch):
            self._new.add(part)
        self.known.hide()
        for rows in (self._people, self._new, self._moving, self._missing):
            self.add(rows)
        self.set_action(_("Add"), "plus")
        self._connect()
        self.show_page(page)

    def start(self) -> None:
        """Give the keyboard to the line."""
        if not self._new.isHidden():
            self.line.edit.setFocus()

    def show_page(self, page: HouseholdPage) -> None:
        """Show the household as it is now; what is being written stays written."""
        for rows in (self._people, self._moving, self._missing):
            rows.clear()
        self._new.setVisible(page.refused is None)
        if page.refused is not None:
            self._people.add(IconLine("shield", words(page.refused)))
        for member in page.members:
            self._people.add(self._member(member))
        self._show_moving(page)
        self._show_action()
        if page.missing:
            self._missing.add_label(_("Not with us any more"))
        for one in page.missing:
            self._missing.add(self._gone(one))

    def begin_again(self) -> None:
        """Somebody was added: the line is empty for the next one."""
        self.line.set_text("")
        self.line.set_problem("")
        self.relations.clear()
        self.look_for_known(False)

    def look_for_known(self, wanted: bool) -> None:
        """Look for somebody we know already, or add somebody new again."""
        self.known.setVisible(wanted)
        self.line.setVisible(not wanted)
        self._show_action()
        self.switch.setText(_("Somebody new") if wanted else _("Somebody we know already"))
        self.switch.set_icon("user-plus" if wanted else "search")
        if wanted:
            self.known.start()
        else:
            self.line.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what was opened last, then the sheet."""
        if event.key() == Qt.Key.Key_Escape and self._fold():
            self.line.edit.setFocus()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.line.edited.connect(self._on_edited)
        self.line.submitted.connect(self._on_submitted)
        self.relations.line.submitted.connect(self._on_submitted)
        self.accepted.connect(self._on_submitted)
        self.switch.clicked.connect(lambda: self.look_for_known(self.known.isHidden()))
        self.known.asked.connect(self.known_asked)
        self.known.chosen.connect(self._on_known)

    def _show_action(self) -> None:
        """The green button adds somebody, unless something else is being done."""
        parts = self.parting is not None and not self.parting.isHidden()
        adds = not self._new.isHidden() and self.known.isHidden()
        self.action.setVisible(adds and not parts)

    def _show_moving(self, page: HouseholdPage) -> None:
        self.parting = None
        if not page.living:
            return
        start = Button(_("Somebody moves out"), "ghost", "house")
        start.clicked.connect(self._on_move_out)
        self.parting = PartWays(page)
        self.parting.hide()
        self.parting.parted.connect(self.parted)
        self._moving.add(start)
        self._moving.add(self.parting)

    def _member(self, member: HouseholdMember) -> Tile:
        told = _about(member)
        tile = Tile("control", "", BEING_ICONS[member.species], "brand")
        tile.setText(
            fill(_("{name}, {what}"), name=member.name, what=told) if told else member.name
        )
        tile.panel.add_beside(Text(isolated(member.name), "strong"))
        if told:
            tile.panel.add_beside(Text(told, "small", "ink2"))
        tile.panel.add_trailing(Icon("chevron-right", "ink3", 20), middle=True)
        tile.panel.set_padding(14, 8)
        tile.clicked.connect(lambda: self.member_chosen.emit(member))
        return tile

    def _gone(self, one: Missing) -> QWidget:
        text = _("Not part of the family any more") if one.how is Gone.LEFT else ""
        if one.how is Gone.DIED and one.day is not None:
            text = words(Phrase("{day}", {"day": LongDay(one.day)}))
        back = Button(_("Take this back"), "ghost", "undo-2")
        back.setAccessibleName(fill(_("Take it back: {name}"), name=one.name))
        back.clicked.connect(lambda: self.brought_back.emit(one.being))
        return _GoneRow(isolated(one.name), text, back)

    def _on_edited(self, text: str) -> None:
        """What stands behind a comma lights its chip, so that nothing is guessed in silence."""
        _name, comma, relation = text.translate(_COMMAS).partition(",")
        if comma:
            self.relations.choose(relation)

    def _on_submitted(self) -> None:
        typed = self.line.text().translate(_COMMAS)
        name, _comma, relation = (part.strip() for part in typed.partition(","))
        self.line.set_problem("" if name else _("A name is all we need."))
        if not name:
            self.line.edit.setFocus()
            return
        if relation and not self.relations.relation():
            self.relations.other.setChecked(True)
            self.relations.line.set_text(relation)
        new = NewMember(name, self.relations.relation(), self.relations.species())
        self.added.emit(new)

    def _on_known(self, hit: Hit) -> None:
        self.joined.emit(Joining(hit.customer.id, self.relations.relation()))

    def _on_move_out(self) -> None:
        if self.parting is None:
            return
        self.parting.setVisible(self.parting.isHidden())
        self._show_action()

    def _fold(self) -> bool:
        if self.parting is not None and not self.parting.isHidden():
            self._on_move_out()
            return True
        if not self.known.isHidden():
            self.look_for_known(False)
            return True
        return False


class _GoneRow(QWidget):
    """A name, in which way they are gone, and the way back."""

    def __init__(self, name: str, text: str, back: Button) -> None:
        super().__init__()
        lines = QVBoxLayout()
        lines.setSpacing(theme().px(2))
        lines.addWidget(Text(name, "body", "ink2"))
        if text:
            lines.addWidget(Text(text, "small", "ink3"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(14), 0, 0, 0)
        row.addLayout(lines, 1)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)


def _about(member: HouseholdMember) -> str:
    """Relation, how to say the name, and that they come here themselves."""
    parts = [isolated(one) for one in (member.relation, member.say_as) if one]
    if member.customer is not None:
        parts.append(_("comes here too"))
    return " · ".join(parts)
