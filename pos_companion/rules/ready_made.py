"""The words of the ready-made rules, marked for the catalogues.

The rules themselves are JSON in `resources/presets/rules`, and in `by_shop` beside it those that
suit some kinds of shops; no catalogue reads them, and a test holds both together.
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
    # Translators: what the shop promises its customers.
    N_("Nobody here is a number."),
    N_("Animals are guests too."),
    N_("Whoever is new is welcome."),
    N_("Whoever comes back is welcome, however long it was."),
    N_("Whoever keeps coming is thanked, without a card."),
    N_("We take our time for you."),
)

WORDS_BY_SHOP = (
    N_("Putting something right"),
    # Translators: a cashier to somebody whom the shop let down.
    N_("We are sorry about that. Please take this with you."),
    N_("Whoever complained gave us a chance. A small thing shows that we know."),
    N_("Before we close"),
    # Translators: a baker to a regular, with one more roll in hand.
    N_("Shall we put one more in for you?"),
    N_("What is fresh today makes somebody happy tonight."),
    N_("A heavy bag"),
    # Translators: what the shop does for them; shown to the cashier.
    N_("Carry it to the car"),
    # Translators: a cashier to somebody who bought a lot.
    N_("May we carry that out for you?"),
    N_("It costs two minutes and is remembered for weeks."),
    N_("A rainy day"),
    # Translators: what the shop does for them; shown to the cashier.
    N_("Lend an umbrella"),
    # Translators: a cashier to a customer while it rains.
    N_("It is pouring. Please take our umbrella along."),
    N_("They bring it back, and with it themselves."),
    N_("Fifth visit with an animal at home"),
    # Translators: a cashier to somebody with a pet; {pet} is its name.
    N_("A little something for {pet}, if we may."),
    N_("They buy for somebody they love. So do we."),
    N_("An anniversary is near"),
    # Translators: what the florist does for them; shown to the cashier.
    N_("Tie a ribbon of their choice"),
    # Translators: a florist to a regular, without a word about the day.
    N_("Shall we tie it up especially nicely this time?"),
    N_("The right ribbon on the right day needs no words."),
    N_("Here later than usual"),
    # Translators: what the hairdresser does for them; shown to the cashier.
    N_("Ten minutes more, without asking for them"),
    # Translators: a hairdresser to a regular, without a word about how long it was.
    N_("Good to see you. We have taken a little more time for you."),
    N_("Whoever was away longer has more to tell."),
    N_("A new friend of the shop"),
    # Translators: a cashier to a regular.
    N_("Something small, because we are glad that you come."),
    N_("Nobody should have to wait for a birthday to be thanked."),
    # Translators: what the shop promises its customers.
    N_("Nobody here is a number."),
    N_("Nothing good is thrown away."),
    N_("We lend a hand."),
    N_("Whoever keeps coming is thanked, without a card."),
    N_("What goes wrong is put right."),
    N_("We take our time for you."),
    N_("Animals are guests too."),
)
"""The same for the rules that suit some kinds of shops."""
