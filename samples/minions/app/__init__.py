"""The minions platform."""
