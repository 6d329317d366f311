"""Trackers: tables of commitments, and the changes of their rows."""
