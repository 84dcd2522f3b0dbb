"""Safe changes to record files: mending, moving, carrying over to a new edition."""
