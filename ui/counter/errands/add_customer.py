"""Add somebody new, with the visit they are on."""

from functools import partial

from pos_companion.i18n import N_, _, fill, words
from pos_companion.model.people import Customer
from pos_companion.model.visits import Basket, BasketLine, Product
from pos_companion.services import Shop
from pos_companion.services.catalogue import best_sellers
from pos_companion.services.finding import display_name, find
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.people import add_customer, forget_addition
from pos_companion.services.record_visit import Recorded, VisitDeed, record_visit, undo_visit
from pos_companion.services.similar import Face, similar
from ui.counter.errands import Errand
from ui.counter.sheet_desk import Sought
from ui.counter.sheets.add_customer import AddCustomer, NewFace


class AddSomebody(Errand):
    """A new face."""

    key = "F8"
    label = N_("add somebody new")

    def start(self) -> None:
        """Ask for somebody new; what was looked for is carried over."""
        self.add(self.desk.sought())

    def add(self, sought: Sought) -> None:
        """Ask for somebody of this name, or with this card."""
        self.desk.run(partial(best_sellers, self.shop), partial(self._open, sought))

    def _open(self, sought: Sought, products: tuple[Product, ...]) -> None:
        sheet = AddCustomer(sought.name, sought.card, products)
        sheet.added.connect(self._add)
        sheet.known.connect(self._open_known)
        sheet.similar_asked.connect(partial(self._look_for_similar, sheet))
        sheet.source.sender_sought.connect(partial(self._look_for_sender, sheet))
        self.desk.open(sheet)
        sheet.start()

    def _open_known(self, customer: int) -> None:
        self.desk.close()
        self.journey.open(customer)

    def _look_for_similar(self, sheet: AddCustomer, face: Face) -> None:
        work = partial(similar, self.shop, face)
        self.journey.tasks.run(work, sheet.show_similar, self.desk.refused, sheet)

    def _look_for_sender(self, sheet: AddCustomer, text: str) -> None:
        done = partial(sheet.source.people.show_found, text)
        self.journey.tasks.run(partial(find, self.shop, text), done, self.desk.refused, sheet)

    def _add(self, face: NewFace) -> None:
        self.desk.run(partial(_add_and_record, self.shop, face), self._on_added)

    def _on_added(self, answer: tuple[Customer, Recorded]) -> None:
        customer, recorded = answer
        self.desk.close()
        self.journey.close()
        self.desk.done(
            fill(
                _("{name} is added, and the visit is recorded"),
                name=customer.called or words(display_name(customer)),
            ),
            partial(_take_back_addition, self.shop, customer.id, recorded.uid),
        )


def _add_and_record(shop: Shop, face: NewFace) -> tuple[Customer, Recorded]:
    customer = add_customer(shop, face.customer)
    found: Found = open_card(shop, customer.id)
    basket = Basket(tuple(BasketLine(product, amount=product.price) for product in face.had))
    return customer, record_visit(shop, VisitDeed(found.visit_uid, customer.id, basket))


def _take_back_addition(shop: Shop, customer: int, visit_uid: str) -> None:
    undo_visit(shop, visit_uid)
    forget_addition(shop, customer)
