"""How people found the shop, how far it came with them, and what they went through."""

from pos_companion.i18n import _, fill, ngettext, value_in_words
from pos_companion.insight.people_words import SOURCES
from pos_companion.insight.source_report import Channel
from pos_companion.model.stages import STEPS, Stage
from pos_companion.services.report_words import REACHED_NOTHING, name_of
from pos_companion.services.source_report import SourceReport
from ui.kit import IconLine, Panel, Text
from ui.office.bars import Bars

_QUOTED = 3


def source_panels(report: SourceReport) -> list[Panel]:
    """Everything about how people found the shop."""
    first = Panel("surface")
    first.add(Text(_headline(report), "title"))
    if report.never_asked:
        text = ngettext(
            "Of {count} customer it is not known", "Of {count} customers it is not known",
            report.never_asked,
        )  # fmt: skip
        first.add(IconLine("circle-help", fill(text, count=report.never_asked), size=18))
    first.add(Text(_("The way somebody named first counts, over all the time there is. The bars "
                     "show the furthest step they reached."), "small", "ink2"))  # fmt: skip
    return [first, *(_panel(one, report) for one in report.channels)]


def _headline(report: SourceReport) -> str:
    if not report.channels:
        return _("Nobody has told us yet how they found us.")
    most = report.channels[0]
    text = ngettext(
        "Most often: {way}, {count} person", "Most often: {way}, {count} people", most.people
    )
    return fill(text, way=_(SOURCES[most.source]), count=most.people)


def _panel(channel: Channel, report: SourceReport) -> Panel:
    people = fill(ngettext("{count} person", "{count} people", channel.people),
                  count=channel.people)  # fmt: skip
    panel = Panel("surface")
    panel.set_heading(_(SOURCES[channel.source]), people)
    bars = Bars()
    steps: list[Stage | None] = [None, *STEPS]
    for step in steps:
        count = channel.reached.get(step, 0)
        label = _(REACHED_NOTHING) if step is None else _(step.label)
        if count:
            bars.add(label, count / channel.people, value_in_words(count))
    panel.add(bars)
    if channel.was_sent:
        text = ngettext(
            "{count} was sent by a customer", "{count} were sent by customers", channel.was_sent
        )
        panel.add(IconLine("heart-handshake", fill(text, count=channel.was_sent), size=18))
    for effort in channel.efforts[:_QUOTED]:
        values = {"effort": effort.text, "name": name_of(report.people.get(effort.customer))}
        panel.add(IconLine("quote", fill(_("“{effort}” – {name}"), **values), size=18))
    more = len(channel.efforts) - _QUOTED
    if more > 0:
        text = ngettext("and {count} more, in the table", "and {count} more, in the table", more)
        panel.add(Text(fill(text, count=more), "small", "ink2"))
    said = fill(_("{what}: {said}"), what=_(SOURCES[channel.source]), said=people)
    panel.setAccessibleName(said)
    return panel
