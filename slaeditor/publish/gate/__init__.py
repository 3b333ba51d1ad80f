"""The release gate: what every handbook passes before it appears under its name."""
