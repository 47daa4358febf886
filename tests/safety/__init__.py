"""What safety.md promises beyond kills and power cuts: each test has its number in its name."""
