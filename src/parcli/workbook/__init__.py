"""Reads filled workbooks: cells, header, labels, rows, and their match to a criteria set; scores nothing."""
