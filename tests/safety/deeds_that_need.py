"""What each deed that can be asked for by name needs, and arguments that get as far as that.

The customer of the arguments is Rosa with her card, one fact and one concern; the shop has one gift
and one rule. Source: safety.md §6.3.
"""

from collections.abc import Mapping
from typing import Any

from pos_companion.model.staff import Right

ROSA = "2500000000108"

DEEDS_NEED: dict[Right, str] = {
    Right.NOTES: """
        ask ask_about concern concern_step idea pin_stage tell unpin_stage write_answer
    """,
    Right.GIVE: "accept",
    Right.STOCK: "gift_save shelf_step",
    Right.RULES: "idea_status ideas rule_save segment_delete segment_save segments simulate",
    Right.EXPORT: "what_we_keep",
    Right.ERASE: "before_forgetting forget forgotten let_go_outdated outdated undo_forget",
    Right.STAFF: "fairness looks signals",
    Right.APPROVE: "exceptions gestures source_report",
    Right.SETTINGS: "shop_settings",
}

DEEDS_OF_EVERYBODY: dict[str, str] = {
    "finding somebody, and their card, is what the counter is for": """
        answer card consents find mirror offers rules_list shelf stage today usual visits why
    """,
    "recording a visit and who came is what everybody does": """
        asked decline idea_told release undo visit visit_mood
    """,
    "a record is put right by whoever sees that it is wrong": """
        add_celebration add_customer add_member edit_customer fact_step going_on join merge
        move_visit not_needed not_usual offer_anew sad_news set_consent split visit_correct
    """,
    "it undoes what was just done": """
        undo_join undo_not_needed undo_not_usual undo_sad_news undo_split unmerge
    """,
    "the till does it by itself, whoever stands there": "end_shift",
    "a coupon is looked at by everybody; bringing it is refused as `accept` is": "coupon",
}

ARGUMENTS: dict[str, Mapping[str, Any]] = {
    "ask": {"question": "Is there rye bread on Sunday?", "due": "2025-11-24", "owner": "Mia"},
    "ask_about": {"customer": ROSA, "question": "How was Porto?", "ends": "2025-11-28"},
    "concern": {
        "customer": ROSA, "title": "Sour milk", "promise": "a fresh one", "due": "2025-11-24",
        "owner": "Mia",
    },
    "concern_step": {"customer": ROSA, "n": 1, "step": "news", "text": "It is on its way"},
    "pin_stage": {"customer": ROSA, "stage": "regular", "reason": "Known for years"},
    "tell": {"customer": ROSA, "text": "likes oat milk"},
    "unpin_stage": {"customer": ROSA},
    "write_answer": {"question": "When do you close?", "say": "At seven."},
    "accept": {"customer": ROSA, "visit": "visit-1", "offer": "biscotti"},
    "gift_save": {"name": "Pin", "cost": 40},
    "shelf_step": {"gift": "1", "step": "receive", "pieces": 3},
    "simulate": {"days": 7},
    "what_we_keep": {"customer": ROSA},
    "before_forgetting": {"customer": ROSA},
    "forget": {"customer": ROSA, "name": "Rosa Almeida"},
    "let_go_outdated": {"remarks": True},
    "undo_forget": {"customer": 1},
    "shop_settings": {"name": "Another shop"},
    "idea": {"customer": ROSA, "text": "milk in glass bottles"},
    "idea_status": {"customer": ROSA, "n": 1, "status": "planned"},
    "segment_delete": {"id": "dog-people"},
    "segment_save": {"name": "Dog people", "when": {"kind": "has_pet"}},
}  # fmt: skip
