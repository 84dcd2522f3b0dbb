"""Rules: what a schema cannot say. One file per question, each giving findings and nothing else."""

from bps.rules.rule import Context, Rule, record_rule, registry_rule
from bps.rules.run import ALL_RULES, RULE_CODES, run_rules

__all__ = [
    "ALL_RULES",
    "RULE_CODES",
    "Context",
    "Rule",
    "record_rule",
    "registry_rule",
    "run_rules",
]
