"""What is wrong with a file that somebody sent, as a rule it broke and the facts that its sentence names."""

from __future__ import annotations


class FaultError(Exception):
    """A rule of `templates/documents/refused.yaml` that a file broke, with what its sentence fills in."""

    def __init__(self, rule: str, **facts: object) -> None:
        super().__init__(rule)
        self.rule, self.facts = rule, facts
