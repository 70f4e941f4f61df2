"""How sheets that this program makes look and count: fonts, heights, print set-up, formulas as text."""
