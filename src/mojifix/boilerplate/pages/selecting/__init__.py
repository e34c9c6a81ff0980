"""Which blocks of a page are kept, given how likely each is content."""
