"""What each column says to the person it is about; the few that say nothing: `not_on_paper`.

Every column of every table with rows about a person stands in one of the two lists; a test holds
them together with the tables. The file for machines (`what_we_keep` as JSON) holds every column.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pos_companion.i18n import N_


@dataclass(frozen=True)
class Kept:
    """One table on the paper.

    Attributes:
        used_for: the purpose, said to the person.
        says: a sentence for each column, in the order of the paper; the first said is the headline.
    """

    title: str
    used_for: str
    says: Mapping[str, str]


ON_PAPER: Mapping[str, Kept] = {
    "customer": Kept(
        N_("About you"),
        N_("to know who you are, greet you as you like and reach you"),
        {
            "name": N_("Name: {value}"),
            "call_name": N_("You like to be called {value}."),
            "say_as": N_("Your name is pronounced {value}."),
            "formal": N_("We address you formally."),
            "description": N_("How we tell you from others: {value}"),
            "phone": N_("Phone: {value}"),
            "email": N_("E-mail: {value}"),
            "card": N_("Number of your card: {value}"),
            "language": N_("Your language: {value}"),
            "channel": N_("You like to hear from us by: {value}"),
            "best_time": N_("The best time to reach you: {value}"),
            "street": N_("Your street: {value}"),
            "tags": N_("Words we keep about you: {value}"),
            "no_celebrations": N_("You do not celebrate: no wishes."),
            "no_offers": N_("You do not want gifts or discounts."),
            "remember": N_("We may remember more than your name and visits: {value}"),
            "source": N_("Where your record comes from: {value}"),
            "source_id": N_("Your number there: {value}"),
            "first_visit": N_("First visit: {value}"),
            "last_visit": N_("Last visit: {value}"),
            "visits": N_("Visits: {value}"),
            "gone": N_("Why you no longer come: {value}"),
            "gone_on": N_("Since {value}"),
        },
    ),
    "consent": Kept(
        N_("What you allowed us"),
        N_("to keep and do only what you agreed to"),
        {
            "kind": "{value}",
            "answer": N_("Your answer: {value}"),
            "day": N_("Asked on {value}"),
            "asked_by": N_("Asked by {value}"),
        },
    ),
    "household_member": Kept(
        N_("Family & pets"),
        N_("to ask after them by name and to remember their days"),
        {
            "name": "{value}",
            "relation": "{value}",
            "species": N_("Kind: {value}"),
            "say_as": N_("The name is pronounced {value}."),
            "gone": N_("We do not mention them any more."),
            "how": N_("Reason: {value}"),
            "gone_on": N_("Since {value}"),
        },
    ),
    "celebration": Kept(
        N_("Days worth remembering"),
        N_("to wish well on the day, perhaps with a little something"),
        {
            "kind": "{value}",
            "when": N_("Day: {value}"),
            "title": "{value}",
            "being_id": N_("Whose: {value}"),
            "calendar": N_("By the calendar: {value}"),
            "nth": N_("Week of the month: {value}"),
            "weekday": N_("Weekday: {value}"),
            "leap": N_("In years without 29 February: {value}"),
            "yearly": N_("Every year"),
            "known_since": N_("We know it since {value}."),
            "quiet": N_("We keep silent about it."),
            "hidden_from": N_("A surprise; it is not shown to: {value}"),
        },
    ),
    "remark": Kept(
        N_("What you told us"),
        N_("to talk with you, to keep promises, and to offer nothing that would not suit you"),
        {
            "text": "{value}",
            "about": N_("About {value}"),
            "author": N_("Written down by {value}"),
            "heard_on": N_("On {value}"),
            "confirmed_on": N_("Still true on {value}"),
            "due": N_("Due on {value}"),
            "discretion": "{value}",
            "closed": N_("not used any more"),
            "body": "{value}",
        },
    ),
    "redemption": Kept(
        N_("Gifts and discounts"),
        N_("to share them out fairly and to give nothing twice"),
        {
            "day": "{value}",
            "what": "{value}",
            "rule": N_("Because of the rule “{value}”"),
            "beneficiary": N_("For {value}"),
            "celebration_year": N_("For the year {value}"),
            "state": N_("Outcome: {value}"),
            "value": N_("Worth {value}"),
            "coupon": N_("Coupon: {value}"),
            "staff": N_("Given by {value}"),
            "approver": N_("{value} agreed to it."),
        },
    ),
    "coupon": Kept(
        N_("Coupons"),
        N_("to redeem them when you bring them"),
        {
            "code": "{value}",
            "amount": N_("Worth {value}"),
            "basis_points": N_("Share: {value}"),
            "valid_from": N_("Valid from {value}"),
            "valid_through": N_("Until {value}"),
            "state": N_("Outcome: {value}"),
        },
    ),
    "merge": Kept(
        N_("Records that were put together"),
        N_("to be able to part them again"),
        {
            "known_as": N_("You were also written down as {value}."),
            "made": N_("Put together on {value}"),
            "undone": N_("Parted again on {value}"),
            "staff": N_("By {value}"),
            "source": N_("Where that record came from: {value}"),
            "source_id": N_("Its number there: {value}"),
        },
    ),
    "audit": Kept(
        N_("Who did what"),
        N_("so that every change can be answered for"),
        {"deed": "{value}", "ts": "{value}", "staff": N_("By {value}")},
    ),
}
"""In the order of the paper; the visits are a table of their own."""

REMARKS: Mapping[str, tuple[str, str]] = {
    "fact": (
        N_("What you told us"),
        N_("to talk with you, and to offer nothing that would not suit you"),
    ),
    "thread": (N_("What we would like to ask you"), N_("to take an interest, once")),
    "asked": (N_("What we asked you"), N_("not to ask the same thing again")),
    "concern": (N_("What we owe you"), N_("to put it right and to tell you how it stands")),
    "idea": (N_("Your ideas"), N_("to make the shop better, and to tell you what became of them")),
    "need": (N_("What you are looking for"), N_("to tell you when we have found it")),
    "request": (N_("What we get for you"), N_("to keep it for you when it arrives")),
    "touch": (N_("How you came across us"), N_("to know what brings people to us")),
    "wished": (N_("What we wished you"), N_("not to wish you the same thing twice")),
    "stage": (N_("How well we know each other"), N_("to treat you as somebody we know")),
    "not_needed": (N_("What you did not need"), N_("not to suggest it again")),
    "corrected": (
        N_("Visits that were put right"),
        N_("to know how they were written down before"),
    ),
    "not_usual": (N_("What is not your usual any more"), N_("not to expect it from you")),
}
"""The kinds of `remark` with title and purpose, each a part of its own; one that is not here
stands with what they told us."""

DEEDS: Mapping[str, str] = {
    "add_customer": N_("You were written down."),
    "edit_customer": N_("Your details were changed."),
    "set_consent": N_("Your answer about what we may keep was written down."),
    "undo_consent": N_("An answer was put back as it was."),
    "print_what_we_keep": N_("This page was printed."),
    "export_what_we_keep": N_("This page was saved as a file."),
    "told": N_("Something you told us was written down."),
    "untold": N_("Something that was written down was taken back."),
    "visit": N_("A visit was recorded."),
    "undo": N_("A visit was taken back."),
    "correct_visit": N_("A visit was put right."),
    "undo_correction": N_("Putting a visit right was taken back."),
    "visit_mood": N_("It was noted who came along and how you seemed."),
    "add_idea": N_("An idea of yours was written down."),
    "idea_status": N_("It was decided what becomes of an idea of yours."),
    "idea_told": N_("You were told that an idea of yours is done."),
    "wished": N_("You were wished well."),
    "pin_stage": N_("How well we know each other was written down."),
    "unpin_stage": N_("What was written down about how well we know each other was taken off."),
    "not_needed": N_("Something was suggested that you did not need."),
    "unwished": N_("A wish was taken back."),
    "merge": N_("Two records of you were put together."),
    "unmerge": N_("Two records were parted again."),
    "import": N_("Your record came with a file."),
    "look": N_("Your card was opened."),
    "forget": N_("You asked to be forgotten."),
    "undo_forget": N_("Forgetting you was taken back."),
}
"""What was done, said to the person; a deed that is not here stands by its name."""

VISITS = Kept(
    N_("Your visits"),
    N_("to know your usual order and how often you come"),
    {
        "ts": N_("When"),
        "things": N_("What you had"),
        "total": N_("Paid"),
        "staff": N_("With"),
        "where": N_("Where"),
        "company": N_("Who came along"),
        "mood_in": N_("How you seemed as you came"),
        "mood_out": N_("How you seemed as you left"),
    },
)
