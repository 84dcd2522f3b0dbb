"""Plain language: how long sentences are, and which words have a plainer one."""

from bps.analysis.plain.sentences import Measure, measure, sentences
from bps.analysis.plain.wording import Offence, offences, plainer_words

__all__ = ["Measure", "Offence", "measure", "offences", "plainer_words", "sentences"]
