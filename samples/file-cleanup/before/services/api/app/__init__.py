"""The file-cleanup API."""
