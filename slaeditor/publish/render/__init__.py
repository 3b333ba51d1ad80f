"""Turns an edition, and nothing else, into HTML, PDF and office documents."""
