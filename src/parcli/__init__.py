"""parindex: criteria sets and self-assessment workbooks in, defensible PAR Index scores out."""

__version__ = "0.1.0"
