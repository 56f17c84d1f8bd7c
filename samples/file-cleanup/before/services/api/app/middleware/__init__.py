"""What happens before a request is answered."""
