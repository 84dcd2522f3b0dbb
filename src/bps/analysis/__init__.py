"""Analyses: one module per question a reviewer or a resident asks; registry in, plain results out."""
