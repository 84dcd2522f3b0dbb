"""The site on disk: MkDocs plugin, build into a folder, guards. Thin adapters over `bps.render`."""
