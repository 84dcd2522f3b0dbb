"""A small read-only search service over HTTP, for what a static site cannot carry to a browser."""
