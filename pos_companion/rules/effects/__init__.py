"""WHAT: one file, one Effect; the file's name is its kind in JSON."""
