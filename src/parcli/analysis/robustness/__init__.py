"""How firm a ranking is: what its ranks do when weights, criteria, open answers or rounding are varied."""
