"""How fast it is, on a real grocer's sales; every figure beside a floor of the same run."""
