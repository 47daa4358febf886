"""What we work out from the records and never store: pure functions over frozen values."""
