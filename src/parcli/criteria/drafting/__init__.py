"""Turns the words of an annex into a draft of a criteria set, and a set into the words of an annex."""
