"""Workbooks to fill in: what each cell is, the formulas that give points live, and how it is written."""
