"""The sheet with the short reasons."""

from pos_companion.i18n import Phrase
from pos_companion.model.giving import OWN_REASONS, OwnReason
from pos_companion.model.money import Money
from pos_companion.rules import Offer, Rule
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.service import Service
from ui.counter.sheets.gift_reason import GiftReason
from ui.kit import Text

CARRY = Service("Carry it")
RULE = Rule("carry", "To the car", AllOf(()), (CARRY,), "Shall I?", "Kind.")
OFFER = Offer(
    id="carry:self", rule=RULE, effect=CARRY, title=Phrase("Carry it"), reason=Phrase(""),
    say=Phrase(""), cost=Money(0, "EUR"), value=Money(0, "EUR"), beneficiary="self",
)  # fmt: skip


def test_every_reason_can_be_tapped_and_has_its_digit(qtbot) -> None:
    sheet = GiftReason(OFFER)
    qtbot.addWidget(sheet)
    chosen: list[OwnReason] = []
    sheet.chosen.connect(chosen.append)
    for tile in sheet.tiles:
        tile.click()
    qtbot.keyClick(sheet, "7")
    qtbot.keyClick(sheet, "8")
    assert chosen == [*OWN_REASONS, OwnReason.THANK_YOU]
    assert "Carry it: a word on why it is given." in [
        one.text() for one in sheet.findChildren(Text)
    ]
