"""Signatures: requested, given, and when they take effect."""
