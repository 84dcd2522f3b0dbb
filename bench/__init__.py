"""Measurements against the neighbours, side by side in one run: `make bench`."""
