"""What the commands that keep the records safe say to people."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pos_companion.i18n import _, fill, long_day, ngettext

Answer = Mapping[str, Any]


def backed_up(answer: Answer) -> None:
    """A backup that was made, or how many were let go."""
    if "dropped" in answer:
        count = answer["dropped"]
        text = ngettext("One earlier backup is gone.", "{count} earlier backups are gone.", count)
        _say(fill(text, count=count))
        return
    _say(fill(_("The backup is made and was read back: {path}"), path=answer["backup"]))
    _say(_counts(answer))
    if answer["elsewhere"]:
        _say(fill(_("It is in the second folder too: {path}"), path=answer["elsewhere"]))
    if answer["trouble"]:
        _say(fill(_("It is not in the second folder. {why}"), why=answer["trouble"]))


def copies(answer: Answer) -> None:
    """The backups, newest first."""
    if "say" in answer:
        _say(answer["say"])
    if not answer["backups"]:
        _say(_("There is no backup yet."))
        return
    table = Table(box=None, pad_edge=False)
    for title in ("", _("Made"), _("Customers"), _("Visits"), ""):
        table.add_column(title)
    for number, one in enumerate(answer["backups"], start=1):
        counts = [str(one.get(name, "")) for name in ("customers", "visits")]
        table.add_row(str(number), _moment(one["at"]), *counts, escape(_remark(one)))
    Console(width=None).print(table)


def restored(answer: Answer) -> None:
    """A backup that is in force now, or would be."""
    if not answer["done"]:
        values = {"at": _moment(answer["at"])}
        _say(fill(_("This would put the backup of {at} in the place of the records."), **values))
        _say(_counts(answer))
        _say(_("The recovery code fits it.") if answer["code"] else _("It can be opened here."))
        _say(_("Nothing was changed. Add --yes to do it."))
        return
    _say(fill(_("The backup of {at} is in force now."), at=_moment(answer["at"])))
    _say(_counts(answer))
    _say(fill(_("The records from before lie in {path}."), path=answer["aside"]))


def held(_answer: Answer) -> None:
    """The keyring has the key."""
    _say(_("The keyring of this computer holds the key now."))


def reported(answer: Answer) -> None:
    """A report that was saved."""
    _say(fill(_("The report is in {path}. Look at it before you give it away."),
              path=answer["report"]))  # fmt: skip


def _remark(one: Answer) -> str:
    if "sound" in one and not one["sound"]:
        return _("cannot be read with this key")
    if one.get("before_restore"):
        return _("from before a restore")
    since = one.get("visits_since", 0)
    text = ngettext("one visit less than now", "{count} visits less than now", since)
    return fill(text, count=since) if since else ""


def _counts(answer: Answer) -> str:
    values = {"customers": answer["customers"], "visits": answer["visits"]}
    return fill(_("Customers: {customers}, visits: {visits}"), **values)


def _moment(text: str) -> str:
    at = datetime.fromisoformat(text).astimezone()
    return fill(_("{day}, {time}"), day=long_day(at.date()), time=f"{at:%H:%M}")


def _say(text: str) -> None:
    Console(soft_wrap=True).print(text, markup=False, highlight=False)
