"""The modules beside this one are found without being imported here."""
