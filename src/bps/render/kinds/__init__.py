"""One module per kind of page; each has `pages(book)`."""
