"""What bytes give away before anything is scored, and what others say of them."""
