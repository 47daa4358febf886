"""The deeds by name, in plain JSON values: what `script` and `--json` speak.

One file, one deed or one that goes with its opposite; nobody keeps a list. What each takes and
answers stands with it, complete. Everywhere the same:

- A `customer` is an id, a card, the number another program gave them, or any text that finds
  exactly one person. An id is a text of digits in every answer; whole numbers are taken too.
- A day is `2026-11-21`, an instant has its zone, money in an answer is in the smallest coins.
  What is not known is null or an empty text, never missing.
- `at` sets the clock for one deed: `2026-11-21T09:30`, as the shop's clock shows it.
- Sentences are in the language of the interface; programs go by `kind` and `code`.
- What is refused is a `CompanionError` with its `kind` and one sentence, and nothing is half done.
"""

import importlib
import pkgutil

from pos_companion.services import do

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

__all__ = ["do"]
