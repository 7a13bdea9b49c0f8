"""A session as a page's kernel follows it, and takes part in it."""
