"""What an agreement is: entities declared once, with their labels, units and readers."""
