"""The shop's own past, lived through again with other rules: nothing is written, nothing is chance.

Every visit is judged by the same `evaluate` as at the counter, over a ledger that exists only here.
What it cannot show stands on the screen: taking a gift changes whether somebody comes again.
"""
