"""What the whole-binary tests share."""
