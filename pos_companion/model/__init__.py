"""Nouns of the shop: frozen values, without input, output or clock."""
