"""The Python back end: what the agent keeps of its conversations."""
