"""Why something was offered, given or declined: the tree that was kept, worded now.

What is kept are codes and parameters, so the words are those of the language in use, whoever gave
it in whichever language then.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pos_companion.i18n import N_, Phrase
from pos_companion.model.giving import (
    BEYOND,
    NOT_TODAY,
    OWN_REASONS,
    WAIVERS,
    Beyond,
    NotToday,
    OwnReason,
    Waiver,
)
from pos_companion.rules import Redemption, Verdict
from pos_companion.rules.explain import Explained, explained, phrase_from_json

_PROMISED = N_("Promised on an earlier visit")


@dataclass(frozen=True)
class WhyLine:
    """One line of an explanation.

    Attributes:
        depth: how far inside; 0 for the outermost.
        verdict: yes, no or unknown; empty for a remark.
    """

    depth: int
    verdict: str
    phrase: Phrase


def why_lines(explanation: Mapping[str, Any]) -> tuple[WhyLine, ...]:
    """An explanation line by line, the outermost first.

    Args:
        explanation: of an offer, of a `WhyNot`, or as it was kept with a line of the ledger.
    """
    tree = explanation.get("when")
    found = explained(tree) if isinstance(tree, Mapping) else None
    lines = [] if found is None else list(_lines(found, 0))
    if found is None and isinstance(tree, Mapping):
        lines.append(WhyLine(0, Verdict.YES.value, Phrase(_PROMISED)))
    sentence = explanation.get("sentence")
    if isinstance(sentence, Mapping):
        reason = WhyLine(0, Verdict.NO.value, phrase_from_json(sentence))
        lines += [] if reason in lines else [reason]
    lines += [WhyLine(0, "", Phrase(text)) for text in _remarks(explanation)]
    return tuple(lines)


def why_was(line: Redemption) -> tuple[WhyLine, ...]:
    """Why a line of the ledger came about, and what made it an exception."""
    lines = why_lines(line.reason)
    if line.exception in set(Beyond):
        lines += (WhyLine(0, "", Phrase(BEYOND[Beyond(line.exception)])),)
    if line.approver:
        text = N_("{name} agreed to it.")
        lines += (WhyLine(0, "", Phrase(text, {"name": line.approver})),)
    return lines


def _lines(answer: Explained, depth: int) -> Iterator[WhyLine]:
    yield WhyLine(depth, answer.verdict.value, answer.phrase)
    for part in answer.parts:
        yield from _lines(part, depth + 1)


def _remarks(explanation: Mapping[str, Any]) -> Iterator[str]:
    """What somebody chose when it was given or declined."""
    own, waiver = explanation.get("own", ""), explanation.get("waiver", "")
    if own in set(OwnReason):
        yield OWN_REASONS[OwnReason(own)]
    if waiver and waiver in set(Waiver):
        yield WAIVERS[Waiver(waiver)]
    declined = explanation.get("declined", "")
    if declined and declined in set(NotToday):
        yield NOT_TODAY[NotToday(declined)]
