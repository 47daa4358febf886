"""The counter: look somebody up, see the card, offer, record, undo."""
