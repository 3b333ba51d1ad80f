"""The window: Qt widgets that show values and propose new ones."""
