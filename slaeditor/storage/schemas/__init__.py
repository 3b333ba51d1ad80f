"""The literal schema of each released file format."""
