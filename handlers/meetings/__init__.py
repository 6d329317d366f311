"""Meetings of forums: planned, called, held, recorded."""
