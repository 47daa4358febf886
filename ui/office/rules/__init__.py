"""Gift rules: the list, the sentence with parts to tap, and what it would have done."""
