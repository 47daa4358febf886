"""What we owe a customer, and what is worth asking about."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Concern:
    """Something that went wrong and has not been put right yet.

    Attributes:
        customer: whose it is.
        n: counts the concerns of that customer.
        title: what happened ("Sour oat milk on Tuesday").
        promise: what we said we would do ("a fresh one on us").
        owner: the name of the colleague who looks after it; never empty.
        due: the day it is promised for.
        opened_on: the day we heard of it.
        words: what to say to the customer; empty for the shop's usual words.
        closed_on: the day it was put right, None while it is open.
    """

    customer: int
    n: int
    title: str
    promise: str
    owner: str
    due: date
    opened_on: date
    words: str = ""
    closed_on: date | None = None


@dataclass(frozen=True)
class Thread:
    """Something they told us that has a sequel: "ask about Lisbon".

    Attributes:
        customer: whose it is.
        n: counts the threads of that customer.
        question: what to ask, one open sentence.
        heard_by: who was told.
        heard_on: when.
        ask_from: first day on which to ask.
        asked_on: when somebody asked, None until then.
    """

    customer: int
    n: int
    question: str
    heard_by: str
    heard_on: date
    ask_from: date
    asked_on: date | None = None
