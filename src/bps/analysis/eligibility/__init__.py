"""What a person can get: a situation, three-valued conditions, reasons and the next question.

Everything here is pure. The browser has the same evaluator (`render/assets/eligibility.js`); both
read the table `situation.yml` and are held equal by shared vectors and by a property test.
"""

from bps.analysis.eligibility.ask import Card, next_card, open_cards
from bps.analysis.eligibility.browser import browser_offers, browser_table
from bps.analysis.eligibility.evaluate import Verdict, as_condition, judge, missing_keys
from bps.analysis.eligibility.offers import Offer, Offers, offer_of, offers_at
from bps.analysis.eligibility.outcome import Group, Outcome, contradictions, outcome
from bps.analysis.eligibility.situation import Situation, read_situation
from bps.analysis.eligibility.wording import Clause, clause

__all__ = [
    "Card",
    "Clause",
    "Group",
    "Offer",
    "Offers",
    "Outcome",
    "Situation",
    "Verdict",
    "as_condition",
    "browser_offers",
    "browser_table",
    "clause",
    "contradictions",
    "judge",
    "missing_keys",
    "next_card",
    "offer_of",
    "offers_at",
    "open_cards",
    "outcome",
    "read_situation",
]
