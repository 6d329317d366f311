"""Issues: raised, taken up the ladder, resolved."""
