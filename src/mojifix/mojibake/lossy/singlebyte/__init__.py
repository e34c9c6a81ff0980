"""UTF-8 that was read as a single-byte code page, which lost some of its bytes."""
