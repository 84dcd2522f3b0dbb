"""Ask addresses whether they still answer: politely, with reasons, and with patience."""
