"""The running program and its doors."""
