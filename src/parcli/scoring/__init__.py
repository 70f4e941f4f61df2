"""Applies a criteria set to an assessment, exactly and without reading or writing anything."""
