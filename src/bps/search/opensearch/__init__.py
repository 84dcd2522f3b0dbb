"""The engine for registers that outgrow one machine: an OpenSearch cluster.

Texts are cut into tokens here and only split at spaces there, so that the same words are found as
with every other engine and no analysis plug-in is needed.
"""
