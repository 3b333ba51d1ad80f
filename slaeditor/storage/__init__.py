"""The .sla file: columns, schemas of each version, working copy, saving and recovery."""
