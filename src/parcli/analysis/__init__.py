"""Sets results beside one another: periods, units, areas; ranks and scores nothing itself."""
