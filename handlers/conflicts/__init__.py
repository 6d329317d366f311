"""Conflicts of interest: declared, consented to, with their effect on the matters they touch."""
