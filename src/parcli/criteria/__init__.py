"""Reads a criteria set's file into the model, refusing it with every mistake named by line."""
