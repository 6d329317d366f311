"""What goes wrong on purpose: refusals, whose text is the sentence a person reads."""


class Refusal(Exception):  # noqa: N818 (it is an answer, not a fault)
    """What was asked is refused. The text says what was refused, by which clause, and who could do it."""
