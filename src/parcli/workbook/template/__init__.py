"""Workbooks to fill in: what each cell is, the formulas that give points live, and how all of it is written."""
