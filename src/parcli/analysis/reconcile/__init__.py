"""Recomputes a published table from its own figures, and says where they do not agree and why."""
