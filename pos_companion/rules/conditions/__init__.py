"""WHEN: one file, one Condition; the file's name is its kind in JSON."""
