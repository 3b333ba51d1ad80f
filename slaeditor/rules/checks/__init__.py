"""What is checked in a project: rules that are declared, one catalogue of them, and findings."""
