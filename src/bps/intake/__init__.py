"""Bringing an office's own table in, and giving a list back as one."""
