"""People: the roster, their accounts, seats and terms of office."""
