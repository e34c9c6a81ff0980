"""What is known of each block of a page, as columns for the trees."""
