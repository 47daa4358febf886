"""Change what we keep about whoever is open."""

from functools import partial

from pos_companion.i18n import N_, _, fill
from pos_companion.model.people import Customer
from pos_companion.services.people import edit_customer
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.edit_customer import EditCustomer


class EditSomebody(Errand):
    """The name, how to reach them, what they want."""

    key = "F8"
    label = N_("edit this customer")
    place = Place.CARD

    def start(self) -> None:
        """Open what we keep."""
        if self.visit is None:
            return
        before = self.visit.found.card.customer
        sheet = EditCustomer(before)
        sheet.edited.connect(partial(self._edit, before))
        self.desk.open(sheet)
        sheet.start()

    def _edit(self, before: Customer, after: Customer) -> None:
        work = partial(edit_customer, self.shop, after)
        self.desk.run(work, partial(self._on_edited, before))

    def _on_edited(self, before: Customer, after: Customer) -> None:
        self.desk.close()
        self.desk.done(
            fill(_("Saved: {name}"), name=after.name or after.called),
            partial(edit_customer, self.shop, before),
        )
