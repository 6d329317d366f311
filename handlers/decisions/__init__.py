"""Decisions: proposed, voted on, counted, approved by each partner's own body."""
