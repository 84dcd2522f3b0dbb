"""One reader for each kind of office file; all give the same grids."""
