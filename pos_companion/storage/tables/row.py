"""What all tables share."""

from typing import Any

from peewee import DatabaseProxy, Model

database = DatabaseProxy()


class Row(Model):
    """A row of the open store; it never leaves this package."""

    class Meta:
        database = database
        legacy_table_names = False

    @classmethod
    def put(cls, **values: Any) -> None:
        """Keep a row under its key, in place of what was there.

        Args:
            values: by the names of the fields; what is not named is as in a new row.
        """
        key = cls._meta.get_primary_keys()
        names = {field.name for field in key}
        rest = [field for field in cls._meta.sorted_fields if field.name not in names]
        whole = {**dict.fromkeys(field.name for field in rest), **cls().__data__, **values}
        cls.insert(**whole).on_conflict(conflict_target=key, preserve=rest).execute()
