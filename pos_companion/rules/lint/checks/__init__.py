"""One file, one check; the file's name is its code."""
