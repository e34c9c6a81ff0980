"""What a page says of itself: its head, its linked data, its bylines."""
