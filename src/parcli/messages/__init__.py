"""Every text that a user sees, by code and language; no other layer holds wording."""
