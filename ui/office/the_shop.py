"""What the shop decides once for all its tills; kept with one press, and undone with one."""

from functools import partial

from pos_companion.i18n import _
from pos_companion.model.dates import LeapPolicy
from pos_companion.model.giving import WhenLastIsGone
from pos_companion.model.shop import ShopProfile, WhileConcernOpen
from pos_companion.services import Shop
from pos_companion.services.shop_profile import ProfileChange, change_profile, undo_profile
from ui.fields import Choices, FieldsForm
from ui.kit import Button, Panel, ScrollColumn
from ui.office.page import OfficePage
from ui.tasks import Tasks

_WIDEST = 640


class TheShopPage(OfficePage):
    """A form of all that is decided.

    Attributes:
        form: as it was read last.
        save: keeps it.
    """

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__(shop, tasks, _("The shop"), _WIDEST)
        self._column = ScrollColumn()
        self.form = FieldsForm(shop.profile, _choices())
        self.save = Button(_("Save"), "primary", "check", "Ctrl+S")
        self.save.clicked.connect(self.keep)
        self._rows.addWidget(self._column, 1)
        self.set_body(self.save)
        self._rows.setStretchFactor(self.save, 0)

    def read(self) -> None:
        """Show what is decided now; what was typed and not saved is gone."""
        self._column.clear()
        self.form = FieldsForm(self.shop.profile, _choices())
        panel = Panel("surface")
        panel.add(self.form)
        self._column.add(panel)
        self.setFocus()

    def keep(self) -> bool:
        """Keep it all, when every field can be used."""
        if self.form.is_complete() and self.form.value() != self.shop.profile:
            wanted: ShopProfile = self.form.value()
            self.do(partial(change_profile, self.shop, wanted), self._on_kept)
        return True

    def _on_kept(self, change: ProfileChange) -> None:
        self.done(_("Kept for the whole shop."), partial(undo_profile, self.shop, change))


def _choices() -> dict[str, Choices]:
    return {
        "leap": {
            LeapPolicy.FEBRUARY: _("are kept on 28 February"),
            LeapPolicy.MARCH: _("are kept on 1 March"),
        },
        "while_concern_open": {
            WhileConcernOpen.NOTHING: _("nothing"),
            WhileConcernOpen.DISCOUNTS: _("discounts"),
            WhileConcernOpen.ALL: _("all but what puts it right"),
        },
        "when_last_is_gone": {
            WhenLastIsGone.HONOUR: _("honoured, and shown to a manager"),
            WhenLastIsGone.STRICT: _("taken back"),
        },
    }
