"""The codes, in groups: what each means, why it matters, how it looks and how to mend it."""
