"""One legacy encoding that was read as another: a change of alphabet, word by word."""
