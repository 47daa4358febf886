"""T17: nobody on the network can talk to the program. Source: safety.md §6.6, §10.

There is no local endpoint for tills yet, so nothing may listen: the day one is added, these tests
fail, and it has to bear the 20,000 bad requests of safety.md over real sockets.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pos_companion
import ui
from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]

_ROOTS = [Path(one.__file__ or "").parent for one in (pos_companion, ui)]
_LISTEN = frozenset(
    {"socket", "socketserver", "http.server", "asyncio", "xmlrpc", "wsgiref", "waitress", "aiohttp"}
)
_QT_LISTENS = frozenset(
    {"QTcpServer", "QSslServer", "QUdpSocket", "QHttpServer", "QWebSocketServer"}
)
_IMPORT = re.compile(
    r"^\s*(?:import (?P<plain>[\w.]+)|from (?P<module>[\w.]+) import (?P<names>\([^)]*\)|.*))", re.M
)
_TABLES = ("tcp", "tcp6", "udp", "udp6")
ROSA = "20471100"


def imported() -> Iterator[tuple[str, str]]:
    """Every module and name that the program imports, with the file that does."""
    for path in (path for root in _ROOTS for path in root.rglob("*.py")):
        for found in _IMPORT.finditer(path.read_text("utf-8")):
            yield path.name, found["module"] or found["plain"]
            yield from ((path.name, name) for name in re.findall(r"\w+", found["names"] or ""))


def open_to_the_network() -> set[str]:
    """The sockets of this process that a network can reach, by their numbers."""
    ours = set()
    for handle in Path("/proc/self/fd").iterdir():
        try:
            link = os.readlink(handle)
        except OSError:
            continue  # closed meanwhile
        if link.startswith("socket:["):
            ours.add(link[8:-1])
    reached = set()
    for table in _TABLES:
        path = Path("/proc/self/net") / table
        rows = path.read_text().splitlines()[1:] if path.exists() else []
        reached |= {row.split()[9] for row in rows}
    return ours & reached


def test_t17_nothing_in_the_program_can_listen_to_a_network() -> None:
    names = list(imported())
    assert ("one_window.py", "QLocalServer") in names  # for a second start on the same computer
    assert [one for one in names if one[1] in _LISTEN | _QT_LISTENS] == []


@pytest.mark.skipif(sys.platform != "linux", reason="not run: it needs Linux")
def test_t17_a_day_at_the_window_opens_no_socket_to_a_network(at_counter: Cashier) -> None:
    before = open_to_the_network()
    at_counter.scans(ROSA).presses("Enter")
    for name in ("settings", "people", "shelf"):
        if name in at_counter.window.rail.rooms:
            at_counter.window.show_room(name)
            at_counter.settle()
    assert open_to_the_network() - before == set()
