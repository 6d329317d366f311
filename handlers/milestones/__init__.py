"""Milestones: added, reported on, moved, dropped."""
