"""Signs, letters and layers of which next to nothing is left."""
