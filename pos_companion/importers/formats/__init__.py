"""One file, one format; nobody keeps a list."""
