"""The first import of peewee, without the drivers it would take along.

peewee imports every database driver it finds on the computer, which costs the start a fifth of a
second; a shop on one computer needs none of them. A shop on a server loads its driver by itself.
"""

import sys

_DRIVERS = ("psycopg", "psycopg2", "psycopg2cffi", "pymysql", "MySQLdb", "mysql")

_hidden = [name for name in _DRIVERS if name not in sys.modules]
# A module that is None cannot be imported, whatever is installed.
sys.modules.update(dict.fromkeys(_hidden))  # type: ignore[arg-type]
import peewee  # noqa: E402 - what this file is for
from playhouse.migrations import Runner  # noqa: E402

for _name in _hidden:
    del sys.modules[_name]

__all__ = ["Runner", "peewee"]
