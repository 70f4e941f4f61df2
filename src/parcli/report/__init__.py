"""Turns results into documents for people and programs; computes no score."""
