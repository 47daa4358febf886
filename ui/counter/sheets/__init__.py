"""Sheets: what opens over the counter for one question, and closes with Esc."""
