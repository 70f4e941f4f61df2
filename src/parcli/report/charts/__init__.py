"""Turns numbers and ready-made labels into drawings and SVG; formats no number and computes no score."""
