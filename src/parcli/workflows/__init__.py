"""One function per command: read, call the core, hand results back; nothing is printed here."""
