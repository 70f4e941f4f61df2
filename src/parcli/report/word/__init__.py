"""Writes a report as Word files in the layout of Decree 30/2020/NĐ-CP; computes no result."""
