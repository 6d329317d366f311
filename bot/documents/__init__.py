"""Documents: what people give to be signed, checked before anything else opens it; the executed copy, and its seal."""
