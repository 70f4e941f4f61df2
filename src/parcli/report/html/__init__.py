"""Lays a report out as one self-contained page; computes no figure and reads no store."""
