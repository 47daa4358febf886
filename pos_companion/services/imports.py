"""Takes a file from another program in: first dry, with counts, then for good.

Reading and gathering go in small steps, so that the counter can work in between. Writing is one
transaction: either the whole file is in or nothing of it is. The counter waits for that step
alone: about a second for a hundred thousand lines.

A row that cannot be taken in is written beside the file with its number and the reason; nothing
is lost without a word. A sold line without a customer is such a row: a visit is always somebody's.
"""

import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from babel import Locale

from pos_companion.errors import BadInputError, ImportRefusedError, RefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.importers import Chunk, Kind, Rejected, Wanted
from pos_companion.importers.formats.csv_file import CsvFile
from pos_companion.model.shop import ShopProfile
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.backups import back_up_before
from pos_companion.services.catalogue import forget_habits_day, refresh_habits_when_old
from pos_companion.services.imported_people import GatheredPeople
from pos_companion.services.imported_sales import GatheredSales
from pos_companion.services.rejected_file import RejectedFile
from pos_companion.services.sign_in import require
from pos_companion.storage.intake import Counts, SalesIntake, has_visits, keep_batch
from pos_companion.storage.intake_people import PeopleIntake

DEFAULT_SOURCE = "till"
"""The program a file came from, unless said otherwise: customers and sales of one till share it."""
_MOST_PROBLEMS = 10
_READING_SHARE = 0.8


@dataclass(frozen=True)
class ImportJob:
    """One file to take in.

    Attributes:
        columns: by field, the columns it stands in; the rest is found by the header's names.
        source: what the shop calls the other program; ids of one program belong together.
        currency: of all amounts; empty for the shop's.
        encoding: of the letters; empty to find out.
        apply: write; else only count.
    """

    path: Path
    kind: Kind
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: str = DEFAULT_SOURCE
    currency: str = ""
    encoding: str = ""
    apply: bool = False


@dataclass(frozen=True)
class Progress:
    """How far an import is.

    Attributes:
        done: 0 to 1.
        rows: rows read so far, good and bad.
        doing: what is being done.
    """

    done: float
    rows: int
    doing: Phrase


@dataclass(frozen=True)
class Report:
    """What an import did, or would do.

    Attributes:
        created, updated, unchanged: whole sales (visits), or customers; never lines.
        rejected: rows of the file that could not be taken in.
        rows: rows of the file that could be read.
        problems: the first few rejected rows.
        notes: what was decided or guessed about the file.
        rejected_path: where all rejected rows stand; None when there are none, or nothing was
            written.
        applied: whether anything was written.
    """

    created: int
    updated: int
    unchanged: int
    rejected: int
    rows: int
    seconds: float
    problems: tuple[Rejected, ...] = ()
    notes: tuple[Phrase, ...] = ()
    rejected_path: Path | None = None
    applied: bool = False


Steps = Generator[Progress, None, Report]
_Write = Callable[[], Counts]


def import_file(shop: Shop, job: ImportJob) -> Report:
    """Take a file in at one go; `import_steps` does the same in steps.

    Raises:
        ImportRefusedError: the file as a whole cannot be taken in.
        BadInputError: an unknown field, encoding or currency.
        NotAllowedError: only a manager takes files in.
        CompanionError: the records could not be written; nothing of the file is in.
    """
    steps = import_steps(shop, job)
    while True:
        try:
            next(steps)
        except StopIteration as finished:
            report: Report = finished.value
            return report


def import_steps(shop: Shop, job: ImportJob) -> Steps:
    """Take a file in, a few hundredths of a second at a time.

    Closing the generator before its end leaves everything as it was.

    Yields:
        How far it is.

    Returns:
        The report.

    Raises:
        ImportRefusedError, BadInputError, CompanionError: as `import_file`.
    """
    require(shop, Right.TAKE_IN)
    started = time.monotonic()
    if not job.path.is_file():
        raise ImportRefusedError(N_("There is no file {file}."), file=job.path.name)
    profile = _profile(shop, job)
    if job.apply:
        back_up_before(shop)
    read = _Reading(job)
    try:
        if job.kind is Kind.SALES:
            counts = yield from _sales_steps(shop, job, profile, read)
        else:
            counts = yield from _people_steps(shop, job, profile, read)
        path = read.rejected_file.keep() if job.apply else None
    finally:
        read.rejected_file.discard()
    if job.apply and job.kind is Kind.SALES:
        for _ in refresh_habits_when_old(shop):
            yield read.learning()
    return read.report(counts, time.monotonic() - started, path)


class _Reading:
    """What is learned while a file is read, whatever it is about."""

    def __init__(self, job: ImportJob) -> None:
        self._job = job
        self.rejected_file = RejectedFile(job.path)
        self._rejected = 0
        self._rows = 0
        self._problems: list[Rejected] = []
        self._notes: list[Phrase] = []

    def take(self, chunk: Chunk, strangers: list[Rejected]) -> Progress:
        """Note what a chunk brought.

        Args:
            strangers: rows of it that turned out not to belong where they say.
        """
        rejected = sorted([*chunk.rejected, *strangers], key=lambda row: row.row)
        self._rejected += len(rejected)
        self._rows += len(chunk.lines) + len(chunk.people) + len(chunk.rejected)
        self._problems += rejected[: _MOST_PROBLEMS - len(self._problems)]
        self._notes += chunk.notes
        self.rejected_file.header = chunk.header or self.rejected_file.header
        if self._job.apply:
            self.rejected_file.add(rejected)
        return Progress(chunk.done * _READING_SHARE, self._rows, _READING)

    def comparing(self) -> Progress:
        """The file has been read."""
        return Progress(_READING_SHARE, self._rows, _WRITING if self._job.apply else _COMPARING)

    def learning(self) -> Progress:
        """The records are written; what the shop as a whole does is worked out anew."""
        return Progress(1.0, self._rows, _LEARNING)

    def report(self, counts: Counts, seconds: float, path: Path | None) -> Report:
        """The report at the end."""
        if counts.left_out:
            values = {"count": counts.left_out}
            forgotten = Phrase(
                "One was left out: this customer asked to be forgotten.",
                values,
                "{count} were left out: these customers asked to be forgotten.",
            )
            self._notes.append(forgotten)
        return Report(
            counts.created, counts.updated, counts.unchanged, self._rejected, self._rows,
            round(seconds, 3), tuple(self._problems), tuple(self._notes), path, self._job.apply,
        )  # fmt: skip


_READING = Phrase(N_("Reading the file"))
_COMPARING = Phrase(N_("Comparing with the records"))
_WRITING = Phrase(N_("Writing the records"))
_LEARNING = Phrase(N_("Working out what the shop sells"))


def _sales_steps(
    shop: Shop, job: ImportJob, profile: ShopProfile, read: _Reading
) -> Generator[Progress, None, Counts]:
    with SalesIntake(shop.storage, job.source, profile.currency) as intake:
        sales = GatheredSales(intake, job.source)
        for chunk in CsvFile().read(job.path, _wanted(shop, job, profile)):
            yield read.take(chunk, sales.add(chunk))
        read.rejected_file.finish()
        for _ in sales.finish():
            yield read.comparing()
        if not job.apply:
            return intake.compare(sales.people, sales.products)
        at = shop.clock.now()
        return _written(shop, job, profile, lambda: intake.write(sales.people, sales.products, at))


def _people_steps(
    shop: Shop, job: ImportJob, profile: ShopProfile, read: _Reading
) -> Generator[Progress, None, Counts]:
    intake, gathered = PeopleIntake(shop.storage, job.source), GatheredPeople()
    for chunk in CsvFile().read(job.path, _wanted(shop, job, profile)):
        gathered.add(chunk.people)
        yield read.take(chunk, [])
    people = gathered.people()
    read.rejected_file.finish()
    yield read.comparing()
    if not job.apply:
        return intake.compare(people)
    at = shop.clock.now()
    return _written(shop, job, profile, lambda: intake.write(people, at))


def _written(shop: Shop, job: ImportJob, profile: ShopProfile, write: _Write) -> Counts:
    """Write in one transaction, with who did it; a file that changes nothing leaves no trace."""
    at = shop.clock.now()
    with shop.storage.transaction():
        counts = write()
        if counts.created + counts.updated:
            if job.kind is Kind.SALES:
                forget_habits_day(shop)
            keep_batch(_plain(job.path.name), job.kind, job.source, counts, at)
            shop.storage.audit.note(
                at, shop.staff, "import", what=job.kind, created=counts.created,
                updated=counts.updated,
            )  # fmt: skip
            if profile != shop.profile:
                shop.storage.settings.keep_profile(profile)
    if counts.created + counts.updated:
        shop.profile = profile
    return counts


def _plain(name: str) -> str:
    """The name of a file, in letters that can be kept even where its own are none."""
    return name.encode(errors="replace").decode()


def _wanted(shop: Shop, job: ImportJob, profile: ShopProfile) -> Wanted:
    return Wanted(
        job.kind, shop.today, job.columns, profile.currency, profile.country, shop.time,
        job.encoding,
    )  # fmt: skip


def _profile(shop: Shop, job: ImportJob) -> ShopProfile:
    """The shop's profile; its first sales decide its currency.

    Raises:
        BadInputError: no such currency.
        RefusedError: the shop has visits in another one.
    """
    currency = job.currency.upper() or shop.profile.currency
    if currency not in Locale("en").currencies:
        raise BadInputError(N_("There is no currency called {currency}."), currency=currency)
    if job.kind is Kind.CUSTOMERS:
        return shop.profile
    if currency != shop.profile.currency and has_visits(shop.storage):
        raise RefusedError(
            N_("This shop counts in {own}, so amounts in {other} cannot be taken in."),
            own=shop.profile.currency,
            other=currency,
        )
    return replace(shop.profile, currency=currency)
