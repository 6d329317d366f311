"""The rules of agreements, pure: values in, values out."""
