"""Money and fairness: what was given, against what, and to whom."""
