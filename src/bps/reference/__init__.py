"""Reference pages, templates, forms and editor settings, all written from the models and tables.

What is said once about a field, a code or a command is shown in five places; nobody copies it by
hand. Every builder is pure: it gives text, `scripts/generate.py` writes or compares it.
"""
