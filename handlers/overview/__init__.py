"""What people look at across all matters of an agreement."""
