"""Other tills: processes of their own on the same records, told what to do at the same moment."""

import multiprocessing
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from pos_companion.errors import CompanionError
from pos_companion.services import Shop
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.record_visit import VisitDeed, accept_offer, record_visit
from pos_companion.settings import Settings
from pos_companion.storage.keys import ShopKeys
from tests.builders import offer_called
from tests.shops import SetClock, reopen_shop

# A server of processes reads the program once for all of them.
_WAYS = multiprocessing.get_all_start_methods()
_PROCESSES = multiprocessing.get_context("forkserver" if "forkserver" in _WAYS else "spawn")
_PROCESSES.set_forkserver_preload(["tests.tills"])
_PATIENCE = 60

Work = tuple[str, int, str, str]
"""accept or record, customer, id of the visit, name of the offer."""


class Tills:
    """Some tills beside this one; what they are told they do as nearly at once as can be."""

    def __init__(self, shop: Shop, count: int) -> None:
        self._lines: list[Connection] = []
        self._processes: list[BaseProcess] = []
        for number in range(count):
            ours, theirs = _PROCESSES.Pipe()
            name = f"till {number + 1}"
            process = _PROCESSES.Process(
                target=_serve, args=(_of_its_own(shop.settings, name), shop.keys, name, theirs)
            )
            process.start()
            self._lines.append(ours)
            self._processes.append(process)

    def prepare(self, work: Sequence[Work]) -> None:
        """Each till opens the card and sees the offer."""
        self._all(work)

    def go(self) -> list[str]:
        """Each does it; the kind of error each got, empty where it worked."""
        return self._all([None] * len(self._lines))

    def close(self) -> None:
        for line in self._lines:
            with suppress(OSError):
                line.send("close")
        for process in self._processes:
            process.join(_PATIENCE)

    def _all(self, messages: Sequence[object]) -> list[str]:
        for line, message in zip(self._lines, messages, strict=True):
            line.send(message)
        answers = []
        for line in self._lines:
            if not line.poll(_PATIENCE):
                raise TimeoutError("a till does not answer")
            answers.append(line.recv())
        return answers


def _of_its_own(settings: Settings, name: str) -> Settings:
    """A till of a shop with a server has a folder of its own."""
    if settings.server is None:
        return settings
    folder = settings.folder.parent / name
    shutil.copytree(settings.folder, folder)
    return replace(settings, data_dir=folder)


def _serve(settings: Settings, keys: ShopKeys, till: str, line: Connection) -> None:
    shop = reopen_shop(replace(settings, till=till), keys, SetClock())
    while True:
        work = line.recv()
        if work == "close":
            break
        what, customer, uid, name = work
        found = open_card(shop, customer, uid)
        deed = _deed(shop, what, found, name)
        line.send("")
        line.recv()
        try:
            deed()
        except CompanionError as error:
            line.send(error.kind)
        else:
            line.send("")
    shop.close()


def _deed(shop: Shop, what: str, found: Found, name: str) -> Callable[[], object]:
    offers = (offer_called(found, name),) if name else ()
    if what == "accept":
        return lambda: accept_offer(shop, found, offers[0])
    visit = VisitDeed(found.visit_uid, found.card.customer.id, take=offers)
    return lambda: record_visit(shop, visit)


class Writers:
    """Tills that do one deed after the other, each under an id of its own, until they are ended.

    Args:
        deed: returns once the deed is called saved; a function of a module.
    """

    def __init__(
        self, shop: Shop, count: int, deed: Callable[[Shop, str, int], None], customer: int
    ) -> None:
        self._lines: list[Connection] = []
        self._processes: list[BaseProcess] = []
        for number in range(count):
            ours, theirs = _PROCESSES.Pipe()
            name = f"writer {number + 1}"
            place = _of_its_own(shop.settings, name), shop.keys
            process = _PROCESSES.Process(target=_write, args=(*place, name, deed, customer, theirs))
            process.start()
            self._lines.append(ours)
            self._processes.append(process)

    def saved(self, at_least: int) -> list[str]:
        """The ids that were called saved since, once every till has so many more of them."""
        told: list[str] = []
        for line in self._lines:
            for _ in range(at_least):
                told.append(_heard(line))
            while line.poll():
                told.append(line.recv())
        return told

    def end(self) -> list[str]:
        """Let them finish what they are at; the ids that were called saved since."""
        told: list[str] = []
        for line, process in zip(self._lines, self._processes, strict=True):
            line.send("")
            while (uid := _heard(line)) != "":
                told.append(uid)
            process.join(_PATIENCE)
        return told


def _heard(line: Connection) -> str:
    if not line.poll(_PATIENCE):
        raise TimeoutError("a till does not answer")
    return str(line.recv())


def _write(
    settings: Settings,
    keys: ShopKeys,
    name: str,
    deed: Callable[[Shop, str, int], None],
    customer: int,
    line: Connection,
) -> None:
    shop = reopen_shop(replace(settings, till=name), keys, SetClock())
    number = 0
    while not line.poll():
        number += 1
        deed(shop, f"{name} {number}", customer)
        line.send(f"{name} {number}")
    line.send("")
    shop.close()
