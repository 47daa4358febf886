"""POS Companion: the memory beside the till.

Floors, top to bottom; a floor uses the ones under it and never one above:

    cli                              the same deeds without a window
    services                         deeds: one file, one journey
    storage | importers              records · files from other programs
    rules | insight                  pure: which Offer fits · what we work out
    model                            nouns: frozen values
    settings, i18n, errors, registry

Nothing in this package knows Qt; the window lives in `ui`, which stands on top.
"""

__version__ = "0.1.0"
