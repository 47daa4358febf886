"""The same deeds without a window: commands for people, `--json` and `script` for programs."""

from pos_companion.cli.demo import demo
from pos_companion.cli.program import run

__all__ = ["demo", "run"]
