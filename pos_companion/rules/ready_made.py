"""The words of the ready-made rules, marked for the catalogues.

The rules themselves are JSON in `resources/presets/rules`, which no catalogue reads; a test holds
both together.
"""

from pos_companion.i18n import N_

WORDS = (
    N_("A pet’s birthday"),
    # Translators: a cashier to a regular; {pet} is the pet's name.
    N_("A little something for {pet}’s birthday."),
    N_("Whoever remembers the dog is remembered. Once a year for each animal."),
    N_("Their birthday"),
    # Translators: a cashier to a regular.
    N_("Happy birthday! Would you like a little something, on us?"),
    N_("Everybody likes to be thought of on their day."),
    N_("Back after a long time"),
    # Translators: a cashier to somebody who was away for weeks, without saying so.
    N_("Good to see you. A little welcome from us today."),
    N_("Somebody who comes back decided for us a second time."),
    N_("Every tenth visit"),
    # Translators: a cashier to a regular; not a word about counting visits.
    N_("This one’s on us today."),
    N_("A silent thank you to those who keep coming; nobody has to collect anything."),
    N_("The first visit"),
    # Translators: a cashier to somebody new, handing over a coupon.
    N_("Lovely to meet you. Here is a little something for next time."),
    N_("A first visit is a question. This answers: we would like to see you again."),
    N_("A quiet weekday morning"),
    # Translators: a cashier to a regular who just got their usual.
    N_("Your usual, and a little something with it. Would you like it?"),
    N_("On quiet mornings there is time for those who always come."),
)
