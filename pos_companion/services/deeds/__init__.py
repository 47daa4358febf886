"""The deeds by name, in plain JSON values: what `script` and `--json` speak.

One file, one deed or one that goes with its opposite; nobody keeps a list.
"""

import importlib
import pkgutil

from pos_companion.services import do

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

__all__ = ["do"]
