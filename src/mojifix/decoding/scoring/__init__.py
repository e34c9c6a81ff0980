"""What a sample of bytes costs in every reading, and which of the readings is the likeliest."""
