"""What every part of the service stands on."""
