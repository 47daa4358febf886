"""What keeps a rule from being put into use; each check is one file in `checks`."""
