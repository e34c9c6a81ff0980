"""Ensembles of decision trees, and the columns of features that they read."""
