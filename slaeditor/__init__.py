"""SLA Editor: service level agreements written once, published for staff, sales and clients."""
