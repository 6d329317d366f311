"""Actions: opened because of another matter, done or dropped."""
