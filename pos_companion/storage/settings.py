"""Drawer: what the shop decided once for all its tills, and small notes of the program."""

from dataclasses import asdict, fields
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.shop import ShopProfile
from pos_companion.storage.tables import SettingRow

_MONEY = """
SELECT EXISTS (SELECT 1 FROM visit WHERE total <> 0) OR EXISTS (SELECT 1 FROM redemption)
    OR EXISTS (SELECT 1 FROM product WHERE price IS NOT NULL)
    OR EXISTS (SELECT 1 FROM gift WHERE cost <> 0)
"""


class SettingsDrawer:
    """Keys and JSON values."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def get(self, key: str) -> Any:
        """The value kept under a key; None when there is none."""
        row = SettingRow.get_or_none(SettingRow.key == key)
        return None if row is None else row.value

    def put(self, key: str, value: Any) -> None:
        """Keep a JSON value under a key."""
        SettingRow.put(key=key, value=value)

    def has_money(self) -> bool:
        """Whether any amount of money is in the records."""
        return bool(self._db.execute_sql(_MONEY).fetchone()[0])

    def profile(self) -> ShopProfile:
        """What the shop decided; defaults for whatever it has not."""
        kept = self.get("shop") or {}
        known = {field.name: field for field in fields(ShopProfile)}
        values = {}
        for name, value in kept.items():
            if name in known:
                values[name] = _typed(ShopProfile(), name, value)
        return ShopProfile(**values)

    def keep_profile(self, profile: ShopProfile) -> None:
        """Keep what the shop decided."""
        self.put("shop", asdict(profile))


def _typed(default: ShopProfile, name: str, value: Any) -> Any:
    """A kept value in the type of its field, so that words become choices again."""
    return type(getattr(default, name))(value)
