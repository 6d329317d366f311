"""Reviews: begun, answered, closed with an outcome."""
