"""Documents that people give us to sign, looked at before anything else opens them."""
