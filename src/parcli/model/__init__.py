"""The nouns that every stage shares: values only, no input or output, no policy."""
