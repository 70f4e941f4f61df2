"""Writes improvement plans as documents to fill in: Markdown, Word, Excel; every word and figure is given."""
