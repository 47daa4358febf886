"""Change what we keep about whoever is open."""

from functools import partial

from pos_companion.i18n import N_, _, fill, words
from pos_companion.services import Shop
from pos_companion.services.about_them import (
    AboutThem,
    Change,
    Changed,
    about_them,
    change_them,
    undo_change,
)
from pos_companion.services.finding import display_name, find
from pos_companion.services.merging import Parted, merge, unmerge
from pos_companion.services.side_by_side import side_by_side
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.edit_customer import EditCustomer, Leaving
from ui.panels import Intent, Wish


class EditSomebody(Errand):
    """The name, how to reach them, what they want; and on to all that belongs to it."""

    key = "F8"
    label = N_("edit this customer")
    place = Place.CARD

    def start(self) -> None:
        """Open what we keep."""
        if self.visit is not None:
            work = partial(about_them, self.shop, self.visit.found.card.customer.id)
            self.desk.run(work, self._open)

    def _open(self, about: AboutThem) -> None:
        sheet = EditCustomer(about)
        sheet.edited.connect(self._edit)
        sheet.leaving.connect(self._leave)
        sheet.part_asked.connect(self._part)
        sheet.source.sender_sought.connect(partial(self._look_for_sender, sheet))
        self.desk.open(sheet)
        sheet.start()

    def _edit(self, change: Change) -> None:
        self.desk.run(partial(change_them, self.shop, change), self._on_edited)

    def _on_edited(self, changed: Changed) -> None:
        self.desk.close()
        self._say(changed)

    def _say(self, changed: Changed) -> None:
        self.desk.done(
            fill(_("Saved: {name}"), name=words(display_name(changed.after))),
            partial(undo_change, self.shop, changed),
        )

    def _leave(self, leaving: Leaving) -> None:
        """What was typed is kept before another sheet takes the place of this one."""
        if leaving.change is None:
            self._go(leaving)
            return

        def kept(changed: Changed) -> None:
            self._say(changed)
            self._go(leaving)

        self.desk.run(partial(change_them, self.shop, leaving.change), kept)

    def _go(self, leaving: Leaving) -> None:
        about = self.start if leaving.wish is not Wish.SAME else (leaving.about, self.start)
        self.desk.wished.emit(Intent(leaving.wish, about))

    def _look_for_sender(self, sheet: EditCustomer, text: str) -> None:
        done = partial(sheet.source.people.show_found, text)
        self.journey.tasks.run(partial(find, self.shop, text), done, self.desk.refused, sheet)

    def _part(self, merge_id: int) -> None:
        self.desk.run(partial(unmerge, self.shop, merge_id), self._on_parted)

    def _on_parted(self, parted: Parted) -> None:
        self.desk.close()
        keep, away = parted.customer.id, parted.back.id
        self.desk.done(
            fill(
                _("{name} has a record of their own again"), name=words(display_name(parted.back))
            ),
            partial(_join_again, self.shop, keep, away),
        )


def _join_again(shop: Shop, keep: int, away: int) -> None:
    """One record again, as they would be joined today."""
    both = side_by_side(shop, keep, away)
    merge(shop, both.joining(keep, pets=True, lives_with=both.home))
