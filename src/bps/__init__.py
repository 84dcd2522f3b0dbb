"""A register of basic public service standards.

Records are YAML files under `catalogue/` and `standards/`. The package reads, checks and links
them, and turns the result into search, pages and open data. The names in `__all__` are what other
programs may rely on.
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
