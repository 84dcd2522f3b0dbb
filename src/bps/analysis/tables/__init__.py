"""The results of the analyses as tables: what the command line, the pages and the exports share."""
