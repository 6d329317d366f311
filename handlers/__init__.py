"""What people and dates can make happen: one file a workflow."""
