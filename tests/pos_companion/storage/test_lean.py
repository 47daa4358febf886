"""What the start of the program takes along."""

import subprocess
import sys


def test_no_driver_of_another_database_is_loaded_at_the_start() -> None:
    code = (
        "import sys, main\n"
        "drivers = {'psycopg', 'psycopg2', 'pymysql', 'MySQLdb'}\n"
        "print(sorted(drivers & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
