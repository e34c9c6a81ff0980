"""Text that was read as an East Asian codec, which lost some of its bytes."""
