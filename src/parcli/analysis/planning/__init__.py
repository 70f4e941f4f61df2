"""Works out which other answers reach a goal with the least effort; points are the engine's own."""
