"""What time makes happen, and what became of messages."""
