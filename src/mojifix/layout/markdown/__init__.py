"""Pages and documents in Markdown in lines, their marks read."""
