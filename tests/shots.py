"""Renders every state of the window to build/shots, offscreen, on a fixed day.

`python -m tests.shots [FOLDER [PART]]`; the pictures are for people to look at. With a part of a
name only those pictures are made.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from pos_companion.errors import KeyRequiredError
from pos_companion.i18n import N_
from pos_companion.model.facts import Fact, FactKind
from pos_companion.model.staff import Role, Tries
from pos_companion.services.look_up import find
from pos_companion.services.needs import add_need
from pos_companion.services.staff import add_person, deactivate
from pos_companion.settings import Settings
from tests.bots import Cashier
from tests.care_stories import STORIES as CARE
from tests.celebration_stories import STORIES as CELEBRATIONS
from tests.counter_stories import STORIES as COUNTER
from tests.given_stories import STORIES as GIVEN
from tests.household_stories import STORIES as HOUSEHOLDS
from tests.idea_stories import STORIES as IDEAS
from tests.people_stories import STORIES as PEOPLE
from tests.privacy_stories import STORIES as PRIVACY
from tests.pseudo import pseudo_locale
from tests.rule_stories import STORIES as RULES
from tests.segment_stories import STORIES as SEGMENTS
from tests.standing_stories import STORIES as STANDING
from tests.usual_stories import STORIES as USUAL
from tests.visit_stories import STORIES as VISITS
from ui.assets import load_fonts
from ui.counter.sheets.answers import AnswersSheet
from ui.office.in_force import use_words

DOCK, FULL, WIDE = (440, 900), (1280, 800), (1920, 1080)
ROSA = "2500000000108"
LANGUAGES = {"german": "de", "arabic": "ar"}

Story = Callable[[Cashier], object]


def nothing(_cashier: Cashier) -> None:
    """The board alone."""


def rosa(cashier: Cashier) -> Cashier:
    """Rosa's card."""
    return cashier.scans(ROSA)


def asking(text: str) -> Story:
    """Somebody on whose card we are wants to know something."""

    def story(cashier: Cashier) -> None:
        rosa(cashier).presses("F7").types(text)
        sheet = cashier.page.desk.sheet
        assert isinstance(sheet, AnswersSheet)
        sheet.flush()
        cashier.settle()

    return story


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("01-dock-card", DOCK, "light", rosa),
    ("02-dock-gift-added", DOCK, "light", lambda one: rosa(one).presses("Space")),
    ("03-dock-recorded-undo", DOCK, "light", lambda one: rosa(one).presses("Enter")),
    ("04-dock-today", DOCK, "light", nothing),
    ("05-dock-lookup", DOCK, "light", lambda one: one.types("ro")),
    ("06-dock-something-else", DOCK, "light", lambda one: rosa(one).taps("Something else")),
    ("07-dock-nobody-yet", DOCK, "light", lambda one: one.types("Hanna Lind")),
    ("08-dock-keyboard-focus", DOCK, "light", lambda one: focus(rosa(one))),
    ("09-full-1280x800", FULL, "light", rosa),
    ("10-full-dark", FULL, "dark", rosa),
    ("11-wide-1920x1080", WIDE, "light", rosa),
    ("12-dock-dark", DOCK, "dark", rosa),
    ("13-dock-german", DOCK, "light", rosa),
    ("14-dock-arabic-rtl", DOCK, "light", rosa),
    ("15-dock-pseudo-locale", DOCK, "light", rosa),
    ("16-full-200-percent", (1280, 1120), "light", rosa),
    ("19-concern", DOCK, "light", lambda one: rosa(one).presses("F6")),
    ("23-dock-no-offer", DOCK, "light", lambda one: one.types("oleg").presses("Enter")),
    ("24-dock-told-me", DOCK, "light", lambda one: rosa(one).presses("F5")),
    ("25-dock-new-card", DOCK, "light", lambda one: one.scans("2500000009996")),
    ("26-dock-why", DOCK, "light", lambda one: rosa(one).presses("Shift+F3")),
    ("27-dock-keys", DOCK, "light", lambda one: one.presses("F1")),
    ("29-full-today", FULL, "light", nothing),
    ("30-full-settings", FULL, "light", lambda one: one.taps("Settings")),
    ("31-dock-contrast", DOCK, "contrast", rosa),
    ("32-dock-smallest", (380, 560), "light", rosa),
    ("33-wide-today", WIDE, "light", nothing),
    ("34-full-something-else", FULL, "light", lambda one: rosa(one).presses("F4")),
    ("35-dock-locked", DOCK, "light", lambda one: locked(one)),
    ("37-dock-demo", DOCK, "light", rosa),
    ("36-full-concern", FULL, "light", lambda one: rosa(one).presses("F6")),
    ("38-full-german", FULL, "light", rosa),
    ("39-full-arabic", FULL, "light", rosa),
    ("41-today-arabic", DOCK, "light", nothing),
    ("42-recorded-german", DOCK, "light", lambda one: rosa(one).presses("Enter")),
    ("43-recorded-arabic", (500, 720), "light", lambda one: rosa(one).presses("Enter")),
    ("80-lock", DOCK, "light", lambda one: at_the_lock(one)),
    ("81-lock-dark", DOCK, "dark", lambda one: at_the_lock(one)),
    ("82-lock-waits", DOCK, "light", lambda one: at_the_lock(one, wrong=6)),
    ("83-full-lock-arabic", FULL, "light", lambda one: at_the_lock(one)),
    ("84-lock-german", DOCK, "light", lambda one: at_the_lock(one)),
    ("85-lock-200-percent", (1280, 1120), "light", lambda one: at_the_lock(one)),
    ("86-lock-smallest", (380, 560), "light", lambda one: at_the_lock(one)),
    ("87-covered", DOCK, "light", lambda one: rosa(one).presses("F12")),
    ("88-quiet-card", DOCK, "light", lambda one: rosa(one).presses("F9")),
    ("89-quiet-results-dark", DOCK, "dark", lambda one: one.presses("F9").types("ro")),
    ("90-wide-quiet", WIDE, "light", lambda one: rosa(one).presses("F9")),
    ("91-quiet-arabic", DOCK, "light", lambda one: rosa(one).presses("F9")),
    ("92-quiet-today", DOCK, "light", lambda one: one.presses("F9")),
    ("93-people", FULL, "light", lambda one: people_here(one)),
    ("94-people-dark", DOCK, "dark", lambda one: people_here(one)),
    ("95-people-new", DOCK, "light", lambda one: people_here(one).taps("Add somebody")),
    ("96-people-arabic", DOCK, "light", lambda one: people_here(one)),
    ("97-people-alone", DOCK, "light", lambda one: alone(one)),
    ("98-forgotten-pin", DOCK, "light", lambda one: forgotten(one)),
    ("46-concern-dark", DOCK, "dark", lambda one: rosa(one).presses("F6")),
    ("47-concern-arabic", DOCK, "light", lambda one: rosa(one).presses("F6")),
    ("48-concern-200", (1280, 1120), "light", lambda one: rosa(one).presses("F6")),
    ("49-another-day", DOCK, "light", lambda one: rosa(one).presses("F6").presses("2")),
    ("50-new-concern", DOCK, "light", lambda one: one.types("oleg").presses("Enter").presses("F6")),
    ("51-answers", DOCK, "light", asking("nuts")),
    ("52-answers-dark", DOCK, "dark", asking("nuts")),
    ("53-nobody-knows", DOCK, "light", asking("gift vouchers")),
    ("44-smallest-german", (380, 560), "light", rosa),
    ("110-told-understood", DOCK, "light", lambda one: telling(one)),
    ("111-told-two-ways", DOCK, "light", lambda one: telling(one, "likes rye, birthday 3/5")),
    ("112-told-delicate-dark", DOCK, "dark", lambda one: telling(one, DELICATE)),
    ("113-told-german", DOCK, "light", lambda one: telling(one, "#Katze Miso, ~mag Roggen")),
    ("114-told-arabic", DOCK, "light", lambda one: telling(one)),
    ("115-told-200-percent", (1280, 1120), "light", lambda one: telling(one)),
    ("116-told-smallest", (380, 560), "light", lambda one: telling(one)),
    ("117-facts", DOCK, "light", lambda one: facts(one)),
    ("118-facts-dark", FULL, "dark", lambda one: facts(one)),
    ("119-facts-german", DOCK, "light", lambda one: facts(one)),
    ("120-facts-arabic", DOCK, "light", lambda one: facts(one)),
    ("121-fact", DOCK, "light", lambda one: fact(one)),
    ("122-fact-change-dark", DOCK, "dark", lambda one: fact(one).presses("4")),
    ("123-fact-german", DOCK, "light", lambda one: fact(one).presses("4")),
    ("124-fact-arabic", DOCK, "light", lambda one: fact(one)),
    ("125-fact-200-percent", (1280, 1120), "light", lambda one: fact(one)),
    ("126-told-kept", DOCK, "light", lambda one: telling(one).presses("Enter")),
)


TOLD = "@partner Ana, #cat Miso birthday 3 May, ~likes rye, moves to Lisbon"
DELICATE = "had a breakdown after the divorce"


def telling(cashier: Cashier, line: str = TOLD) -> Cashier:
    """A line of what they told, before it is kept."""
    return rosa(cashier).presses("F5").types(line)


def facts(cashier: Cashier) -> Cashier:
    """What they told us, an old thing among it, and what they look for."""
    shop = cashier.shop
    rosa_id = find(shop, ROSA)[0].customer.id
    old = shop.today.replace(year=shop.today.year - 3)
    for kind, text, subject in (
        (FactKind.LIKE, "Likes rye", "rye"),
        (FactKind.ALLERGY, "Allergic to nuts", "nuts"),
    ):
        fact = Fact(rosa_id, 0, kind, text, subject=subject, heard_by="Mia", heard_on=old)
        shop.storage.care.add_fact(fact)
    add_need(shop, rosa_id, "a bread that keeps for a week")
    rosa(cashier)
    panel = cashier.page.card.panels["told"]
    cashier.page.card.ensureWidgetVisible(panel)
    cashier.settle()
    return cashier


def fact(cashier: Cashier) -> Cashier:
    """One thing they told us."""
    return facts(cashier).taps("rye")


def focus(cashier: Cashier) -> None:
    """The keyboard on the gift."""
    cashier.page.card.panels["offer"].give.setFocus()
    cashier.settle()


def team(cashier: Cashier) -> tuple[int, ...]:
    """Mia, who is signed in, and three more."""
    shop = cashier.shop
    added = [add_person(shop, "Mia", Role.MANAGER, "739152")]
    others = (("Sam", Role.COUNTER), ("Jo", Role.TRAINEE), ("Ines", Role.KEYHOLDER))
    added += [add_person(shop, name, role, "4826") for name, role in others]
    return tuple(one.after.id for one in added)


def at_the_lock(cashier: Cashier, wrong: int = 0) -> Cashier:
    """Two digits typed, or too many wrong ones."""
    sam = team(cashier)[1]
    cashier.shop.storage.staff.keep_tries(sam, Tries(wrong, cashier.shop.clock.now()))
    rosa(cashier).presses("F12").presses("Right")
    return cashier.types("" if wrong else "48")


def people_here(cashier: Cashier) -> Cashier:
    """The page of those who work here; one has left, one PIN was wrong too often."""
    _mia, sam, jo, _ines = team(cashier)
    deactivate(cashier.shop, jo)
    cashier.shop.storage.staff.keep_tries(sam, Tries(20, cashier.shop.clock.now()))
    cashier.window.show_room("people")
    cashier.settle()
    return cashier


def alone(cashier: Cashier) -> None:
    """The same page where one person works."""
    cashier.window.show_room("people")
    cashier.settle()


def forgotten(cashier: Cashier) -> None:
    """A manager forgot the PIN."""
    team(cashier)
    cashier.presses("F12")
    cashier.window.guard.door.page.forgotten.click()
    cashier.settle()


def locked(cashier: Cashier) -> None:
    """The records ask for their key."""
    error = KeyRequiredError(N_("This passphrase does not open the records."))
    cashier.window.opening.show_error(error)
    cashier.window.slot.show_only(cashier.window.opening)
    cashier.settle()


def language_of(name: str) -> str:
    """The language a picture is in, by its name."""
    return next((tag for word, tag in LANGUAGES.items() if word in name), "en")


def main(folder: Path, part: str = "") -> None:
    """Render every state, or those with a part of their name."""
    app = QApplication([])
    load_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        shop = Path(scratch) / "shop"
        Cashier(shop, samples=True).leaves()
        for name, size, theme, story in (
            *STORIES,
            *CELEBRATIONS,
            *HOUSEHOLDS,
            *PEOPLE,
            *PRIVACY,
            *CARE,
            *STANDING,
            *USUAL,
            *VISITS,
            *RULES,
            *GIVEN,
            *SEGMENTS,
            *IDEAS,
            *COUNTER,
        ):
            if part not in name:
                continue
            own = Path(scratch) / name
            shutil.copytree(shop, own)
            use_words(Settings(own, language=language_of(name)))
            with pseudo_locale("pseudo" in name):
                text_size = 200 if "200" in name else 100
                cashier = Cashier(own, size, theme, text_size, samples=True)
                # The pictures show a shop like any other; one of them shows the demo's band.
                cashier.window.strip.setVisible("demo" in name)
                story(cashier)
                app.processEvents()
                cashier.window.grab().save(str(folder / f"{name}.png"))
                cashier.leaves()
            print(folder / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/shots"), "".join(sys.argv[2:3]))
