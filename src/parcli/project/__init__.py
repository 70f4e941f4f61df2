"""The office's project: its folder, its settings and the register of its units."""
