"""Agreements: loaded, bound to a channel, with the term that begins and ends them."""
