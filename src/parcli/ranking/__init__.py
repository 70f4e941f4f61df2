"""Puts results in order: ranks, groups, the table of a period; scores nothing and reads nothing."""
