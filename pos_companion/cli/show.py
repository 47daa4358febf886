"""The answers of the deeds as a person reads them in a terminal."""

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pos_companion.i18n import _, fill, money, month_name, near_day

Answer = Mapping[str, Any]
_PIPED_WIDTH = 400


def found(answer: Answer) -> None:
    """People, best first."""
    if "note" in answer:
        _say("[yellow]" + escape(answer["note"]) + "[/yellow]")
    if not answer["found"]:
        _say(escape(answer.get("say") or _("Nobody by that name yet.")))
        return
    table = Table(box=None, pad_edge=False)
    for title in (_("Id"), _("Name"), "", ""):
        table.add_column(title)
    for hit in answer["found"]:
        table.add_row(*(escape(hit[name]) for name in ("id", "name", "detail", "why")))
    _console().print(table)


def card(answer: Answer) -> None:
    """The corner-store card, read from top to bottom."""
    customer = answer["customer"]
    _say("[bold]" + escape(fill(_("“{words}”"), words=customer["greeting"])) + "[/bold]")
    _say(escape(customer["name"]))
    for owed in answer["owe"]:
        _say("\n[yellow]" + _("We owe them") + "[/yellow]")
        _say(escape(f"  {owed['title']}: {owed['promise']} · {owed['owner']}"))
    _usual(answer)
    for offer in answer["offers"][:1]:
        _offer(offer)
    for label, lines in (
        (_("Ask about"), [answer["ask"]] if answer["ask"] else []),
        (_("Coming up"), [_coming_up(one) for one in answer["celebrations"]]),
        (_("Family & pets"), [_member(one) for one in answer["household"]]),
        (_("They told us"), [one["text"] for one in answer["told"]]),
        (_("How they come"), answer["rhythm"]),
    ):
        if lines:
            _say(f"\n[bold]{label}[/bold]")
            for line in lines:
                _say(f"  {escape(line)}")
    if answer["why_not"]:
        _say("\n[dim]" + _("Why nothing else") + "[/dim]")
        for no in answer["why_not"]:
            _say(f"  [dim]{escape(no['rule'])}: {escape(no['sentence'])}[/dim]")


def usual(answer: Answer) -> None:
    """Products, best first."""
    if not answer["usual"]:
        _say(_("Nothing is known of what they take yet."))
        return
    table = Table(box=None, pad_edge=False)
    for title in (_("Product"), _("Name"), _("Score"), _("Why")):
        table.add_column(title)
    for item in answer["usual"]:
        cells = (item["product"], item["name"], f"{item['score']:.2f}", item["reason"])
        table.add_row(*(escape(cell) for cell in cells))
    _console().print(table)


def visit(answer: Answer) -> None:
    """A recorded visit."""
    _say(fill(_("Visit recorded: {uid}"), uid=escape(answer["visit"])))
    for row in answer["redemptions"]:
        _say(fill(_("Given: {offer}"), offer=escape(row["offer"])))
    for code in answer["coupons"]:
        _say(fill(_("Coupon for next time: {code}"), code=escape(code)))


def undone(answer: Answer) -> None:
    """A visit that was taken back."""
    _say(fill(_("Visit taken back: {uid}"), uid=escape(answer["visit"])))


def imported(answer: Answer) -> None:
    """The counts of an import, and its first problems."""
    if answer["applied"]:
        _say(fill(_("Done in {seconds} seconds."), seconds=answer["seconds"]))
    else:
        _say(_("This was a dry run: nothing is written yet. Add --yes to do it."))
    for name, label in (
        ("created", _("new")),
        ("updated", _("changed")),
        ("unchanged", _("unchanged")),
        ("rejected", _("rejected rows")),
    ):
        _say(f"  {answer[name]:>9}  {label}")
    for note in answer["notes"]:
        _say(f"  {escape(note)}")
    for problem in answer["problems"]:
        row = fill(_("row {row}: {why}"), row=problem["row"], why=escape(problem["why"]))
        _say(f"  {row}")
    if answer.get("rejected_file"):
        _say(fill(_("The rejected rows are in {path}."), path=escape(answer["rejected_file"])))


def checked(answer: Answer) -> None:
    """What is wrong with the records."""
    if answer.get("repaired"):
        _say(_("The search was made anew."))
    if answer["ok"]:
        _say(_("The records are sound."))
    for problem in answer["problems"]:
        _say(escape(problem))


def self_checked(answer: Answer) -> None:
    """The parts of the program."""
    for name, count in answer["parts"].items():
        _say(f"{count:>5}  {name}")
    if answer["ok"]:
        _say(_("All parts are there."))
    else:
        missing = ", ".join(answer["missing"])
        _say(fill(_("Missing: {parts}. Install the program again."), parts=missing))


def recovery_code(answer: Answer) -> None:
    """The code, to be written down."""
    _say(f"[bold]{answer['code']}[/bold]")
    _say(_("Print it or write it down, and keep it away from this computer."))


def _usual(answer: Answer) -> None:
    if not answer["usual"]:
        return
    armed = answer["usual_state"] == "armed"
    label = _("The usual") if armed else _("Often has")
    reason = f" · {escape(answer['usual_reason'])}" if answer["usual_reason"] else ""
    _say(f"\n[bold]{label}[/bold]{reason}")
    for item in answer["usual"]:
        way = f", {item['their_way']}" if item["their_way"] else ""
        _say(f"  {escape(item['name'] + way)}")


def _offer(offer: Answer) -> None:
    _say(f"\n[green]{escape(offer['reason'])}[/green]")
    cost = money(offer["cost"]["amount"], offer["cost"]["currency"])
    _say(f"  [bold]{escape(offer['title'])}[/bold] · {escape(offer['id'])} · {cost}")
    _say("  " + escape(fill(_("“{words}”"), words=offer["say"])))
    for note in (offer["private"], offer["till"]):
        if note:
            _say(f"  {escape(note)}")


def _coming_up(one: Answer) -> str:
    first = date.fromisoformat(one["date"])
    if one["through"] != one["date"]:
        when = fill(_("some day in {month}"), month=month_name(first.month))
    else:
        when = near_day(first, first - timedelta(days=one["days"]))
    return f"{one['what']} · {when}"


def _member(one: Answer) -> str:
    return f"{one['name']} · {one['relation']}" if one["relation"] else str(one["name"])


def _say(text: str) -> None:
    _console().print(text, highlight=False)


def _console() -> Console:
    # What another program reads is not broken into lines of a window nobody has.
    return Console(soft_wrap=True, width=None if sys.stdout.isatty() else _PIPED_WIDTH)
