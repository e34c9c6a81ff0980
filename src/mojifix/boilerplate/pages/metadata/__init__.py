"""What the blocks of a page say about it where its head is silent: title, authors, date."""
