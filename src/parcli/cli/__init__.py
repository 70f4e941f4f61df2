"""The command line: parses options, calls one workflow, prints, sets the exit code."""
