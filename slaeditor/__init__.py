"""SLA Editor: service levels written once, and the handbook each reader may have."""
