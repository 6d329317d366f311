"""What people and dates can make happen: a package a workflow."""
