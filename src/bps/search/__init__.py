"""Search: documents from the registry, one query plan, several thin engines.

The same plan and the same ranking run in Python and in the browser; tests hold the two equal.
"""
