"""Everything the counter proposes to say about one customer, in one place.

Whatever is new to be said is added here, and the manners of the house are tested on it at once.
"""

from pos_companion.i18n import Phrase
from pos_companion.insight.celebration_script import celebration_script
from pos_companion.insight.closing import closing
from pos_companion.insight.concern_words import to_say
from pos_companion.services.look_up import Found


def spoken(found: Found) -> tuple[Phrase, ...]:
    """Every sentence that the card, its offers and its sheets ask the cashier to say."""
    card, facts = found.card, found.facts
    sentences = [card.greeting, *found.greetings]
    sentences += [offer.say for offer in found.offers]
    sentences += [to_say(concern, card.today) for concern in card.concerns]
    if card.ask is not None:
        sentences.append(card.ask.question)
    for coming in card.celebrations:
        for child_is_here in (False, True):
            script = celebration_script(coming, card.customer, child_is_here)
            if script is not None:
                sentences += [script.opening, script.question, script.closing]
    sentences.append(closing(card.customer, facts.now, card.celebrations, card.is_tender))
    return tuple(sentences)
