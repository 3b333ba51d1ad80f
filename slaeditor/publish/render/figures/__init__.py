"""Pictures drawn from an edition's own values, as SVG."""
