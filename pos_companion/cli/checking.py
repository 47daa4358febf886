"""Is the data sound, are all parts of the program there?"""

from typing import Any

from pos_companion.rules.as_json import CONDITIONS, EFFECTS
from pos_companion.services import Shop
from pos_companion.services.health import check_shop, count_steps, repair_search
from pos_companion.settings import RESOURCES


def check_records(shop: Shop, repair: bool = False) -> dict[str, Any]:
    """Look for damage: page seals, structure, counters, search, audit trail.

    Args:
        repair: first make anew what can be, from the records themselves: the search.
    """
    if repair:
        repair_search(shop)
    problems = check_shop(shop)
    answer: dict[str, Any] = {"ok": not problems, "problems": problems}
    return {**answer, "repaired": ["search"]} if repair else answer


def self_check() -> dict[str, Any]:
    """Count the parts; none of a sort means the program was put together wrongly."""
    counts = {
        "conditions": len(CONDITIONS),
        "effects": len(EFFECTS),
        "steps": count_steps(),
        "themes": len(list((RESOURCES / "themes").glob("*.toml"))),
        "icons": len(list((RESOURCES / "icons").glob("*.svg"))),
        "fonts": len([*(RESOURCES / "fonts").glob("*.?tf")]),
        "rules": len(list((RESOURCES / "presets" / "rules").glob("*.json"))),
        "samples": len([one for one in (RESOURCES / "samples").iterdir() if one.is_file()]),
        "languages": len(list((RESOURCES / "locale").glob("*/LC_MESSAGES/*.mo"))),
    }
    missing = [name for name, count in counts.items() if not count]
    return {"ok": not missing, "parts": counts, "missing": missing}
