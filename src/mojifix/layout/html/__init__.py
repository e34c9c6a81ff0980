"""HTML pages to blocks of text: one walk over the tree, or the tags stripped."""
