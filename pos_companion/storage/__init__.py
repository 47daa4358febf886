"""RECORDS: the only package that knows the database.

`Storage.open` opens the encrypted file, sets and reads back what safety needs, brings the tables
up to date, and hands out drawers. Values go in, values come out; rows never leave. One store is
open per process at a time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from pos_companion.storage import lean  # noqa: F401 - before anything else imports peewee

# isort: split

from pos_companion.errors import DamagedError, UncertainError
from pos_companion.storage import faults, tables
from pos_companion.storage.answers import AnswersDrawer
from pos_companion.storage.audit import AuditDrawer
from pos_companion.storage.care import CareDrawer
from pos_companion.storage.catalogue import CatalogueDrawer
from pos_companion.storage.circumstances import CircumstancesDrawer
from pos_companion.storage.concerns import ConcernsDrawer
from pos_companion.storage.consents import ConsentsDrawer
from pos_companion.storage.corrections import CorrectionsDrawer
from pos_companion.storage.coupons import CouponsDrawer
from pos_companion.storage.done import DoneDrawer
from pos_companion.storage.forgetting import ForgettingDrawer
from pos_companion.storage.forgotten_list import ForgottenList
from pos_companion.storage.gestures import GesturesDrawer
from pos_companion.storage.guard import Guard, compare
from pos_companion.storage.ideas import IdeasDrawer
from pos_companion.storage.kept import KeptDrawer
from pos_companion.storage.ledger import LedgerDrawer
from pos_companion.storage.lookup import open_look_up
from pos_companion.storage.merging import MergingDrawer
from pos_companion.storage.moods import MoodsDrawer
from pos_companion.storage.moves import MovesDrawer
from pos_companion.storage.own_numbers import OwnNumbers
from pos_companion.storage.people import PeopleDrawer
from pos_companion.storage.retention import RetentionDrawer
from pos_companion.storage.rulebook import RulebookDrawer
from pos_companion.storage.sad_news import SadNewsDrawer
from pos_companion.storage.search import SearchDrawer
from pos_companion.storage.segments import SegmentsDrawer
from pos_companion.storage.settings import SettingsDrawer
from pos_companion.storage.shared import SharedGuard, require_same_shop
from pos_companion.storage.soundness import Steps, quickly, thoroughly
from pos_companion.storage.sqlite import PAGE, EncryptedDatabase
from pos_companion.storage.staff import StaffDrawer
from pos_companion.storage.stock import StockDrawer
from pos_companion.storage.taking_out import TakingOutDrawer
from pos_companion.storage.touches import TouchesDrawer
from pos_companion.storage.visits import VisitsDrawer
from pos_companion.storage.wishes import WishesDrawer

STORE = "companion.db"
STEPS = Path(__file__).parent / "migrations"


class Storage:
    """The open records of one shop.

    Attributes:
        db: for this package only.
        people, merging, moves, sad_news, touches, visits, catalogue, care, concerns, ideas,
            answers, consents, stock, rulebook, segments, ledger, search,
            settings, audit, staff: drawers.
    """

    def __init__(
        self,
        db: Any,
        derive: Callable[[str], bytes],
        guard: Guard | None = None,
        search: SearchDrawer | None = None,
    ) -> None:
        self.db = db
        self.guard = guard or Guard(Path(db.database))
        self.settings = SettingsDrawer(db)
        self.audit = AuditDrawer(db, derive("audit"))
        self.search = search or SearchDrawer(db)
        self.people = PeopleDrawer(db, self.search)
        self.merging = MergingDrawer(db, self.people, self.search)
        self.moves = MovesDrawer(db, self.people)
        self.sad_news = SadNewsDrawer(db, self.people)
        self.touches = TouchesDrawer(db)
        self.catalogue = CatalogueDrawer(db)
        self.visits = VisitsDrawer(db)
        self.corrections = CorrectionsDrawer(db)
        self.moods = MoodsDrawer(db)
        self.care = CareDrawer(db)
        self.answers = AnswersDrawer(db)
        self.concerns = ConcernsDrawer(db)
        self.ideas = IdeasDrawer(db)
        self.consents = ConsentsDrawer(db)
        self.stock = StockDrawer(db)
        self.segments = SegmentsDrawer(db)
        self.rulebook = RulebookDrawer(db, self.segments)
        self.circumstances = CircumstancesDrawer(db, self.rulebook, self.settings)
        self.own_numbers = OwnNumbers(derive("own numbers"))
        self.forgetting = ForgettingDrawer(db, self.people, derive("tombstone"))
        self.retention = RetentionDrawer(db)
        self.taking_out = TakingOutDrawer(db)
        self.ledger = LedgerDrawer(db)
        self.gestures = GesturesDrawer(db)
        self.coupons = CouponsDrawer(db)
        self.kept = KeptDrawer(db, self.search)
        self.wishes = WishesDrawer(db)
        self.staff = StaffDrawer(db)
        self.done = DoneDrawer(db)

    @classmethod
    def open(
        cls,
        folder: Path,
        derive: Callable[[str], bytes],
        go_on: bool = False,
        before_steps: Callable[["Storage"], None] | None = None,
    ) -> "Storage":
        """Open the records in a folder, make them if there are none, and bring them up to date.

        Args:
            folder: exists already.
            derive: gives 32 bytes for a purpose: `db`, `audit` and `tombstone` are asked
                for.
            go_on: take the records as they are although deeds are missing.
            before_steps: gets the records before they are brought up to date.

        Raises:
            MissingDeedsError: they hold less than was saved in them.
            KeyRequiredError: the key does not fit this file.
            NewerStoreError: a newer version of the program wrote it.
            DamagedError: it is damaged, not ours, or cannot be kept safely here.
            BusyError, NotSavedError: somebody holds it; the disk is full or read-only.
        """
        db = EncryptedDatabase(folder / STORE, derive("db"))
        try:
            with faults.worded():
                db.open_records()
                opened = cls(db, derive)
                if not go_on:
                    opened.require_all_deeds()
                if before_steps is not None:
                    db.before_steps = partial(before_steps, opened)
                db.bring_up_to_date(STEPS)
        except BaseException:
            db.close()
            raise
        tables.database.initialize(db)
        opened.guard.remember()
        if not opened.search.is_current():
            with opened.transaction():
                opened.search.rebuild()
        return opened

    @classmethod
    def open_shared(
        cls, db: Any, folder: Path, derive: Callable[[str], bytes], go_on: bool = False
    ) -> "Storage":
        """Open the records of a shop with several tills on their server.

        Args:
            db: as `shared.connect` opened it; closed again when this fails.
            folder: of this till alone; what people are found by lies there.
            derive: as for `open`; the same at every till of the shop.
            go_on: as for `open`.

        Raises:
            MissingDeedsError: the server holds less than this till saved there.
            KeyRequiredError: the key of this till is that of another shop.
            NewerStoreError: a newer version of the program wrote it.
            ServerGoneError, BusyError, NotSavedError: it cannot be reached or written to.
        """
        try:
            with faults.worded():
                db.bring_up_to_date(STEPS)
                tables.database.initialize(db)
                require_same_shop(db, derive("server"))
                search = open_look_up(folder, derive("lookup"), db)
                opened = cls(db, derive, SharedGuard(folder / STORE), search)
                if not go_on:
                    opened.require_all_deeds()
        except BaseException:
            db.close()
            raise
        return opened

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, alone on the file; returns only when it is on the disk.

        Raises:
            NotSavedError, BusyError, DamagedError: nothing was kept; after damage was found
                nothing ever is.
            StoppedError: the files were taken away; nobody knows whether it was kept.
        """
        if self.db.in_transaction():
            with faults.worded(), self.db.atomic():
                yield
            return
        if self.is_damaged:
            raise DamagedError(faults.DAMAGED)
        self.guard.require()
        self.search.settle()
        head = (0, "")
        try:
            with faults.worded(), self.db.atomic("IMMEDIATE"):
                yield
                head = self.audit.head()
        except UncertainError:
            if not self.audit.was_kept(head):
                raise
        except DamagedError:
            self.stop_writing()
            raise
        self.guard.confirm(head)
        self.search.saved()

    @property
    def is_damaged(self) -> bool:
        """Whether damage was come upon, so that nothing is written any more."""
        return bool(getattr(self.db, "is_damaged", False))

    @property
    def in_transaction(self) -> bool:
        """Whether somebody is in the middle of a transaction."""
        return bool(self.db.in_transaction())

    def require_all_deeds(self) -> None:
        """Go on only when the store holds all that was noted beside it.

        Raises:
            MissingDeedsError: it does not.
        """
        marked = self.guard.marked()
        if marked is None:
            return
        if self.db.table_exists("audit"):
            compare(marked, self.audit.head(), self.audit.seal_of(marked[0]))
        else:
            compare(marked, (0, ""), None)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run a reading statement; for checks and benches."""
        with faults.worded():
            return list(self.db.execute_sql(sql, values).fetchall())

    def forgotten_list(self) -> ForgottenList | None:
        """The list of those who asked to be forgotten, beside the records; None on a server."""
        if isinstance(self.db, EncryptedDatabase):
            return ForgottenList(Path(self.db.database).parent)
        return None

    def wipe(self) -> None:
        """Let what was deleted lie nowhere in the files any more."""
        with faults.worded():
            self.search.settle()
            self.db.wipe()

    def check_quickly(self) -> Steps:
        """Look for damage of the structure alone, a table at a time."""
        return quickly(self.db)

    def check_in_steps(self) -> Steps:
        """Look for all that `check` finds but for pages nobody uses, a part at a time.

        The search is left out: it can be made anew, see `search.check`.
        """
        return thoroughly(self.db, (self.visits.check, self.audit.check))

    def stop_writing(self) -> None:
        """From now on nothing is written any more: damage was found."""
        self.db.is_damaged = True

    def check(self) -> list[str]:
        """Look for damage: page seals, structure, counters, the audit chain.

        Returns:
            What is wrong, one short English line each; empty when all is well.
        """
        with faults.worded():
            broken: list[str] = self.db.inspect()
            return broken + self.visits.check() + self.search.check() + self.audit.check()

    def close(self) -> None:
        """Close the file; the drawers are of no use afterwards."""
        if self.db.is_closed():
            return
        try:
            self.search.close()
            self.db.tidy_up()
        finally:
            self.db.close()


__all__ = ["PAGE", "STEPS", "STORE", "Storage"]
