"""The page of the responsibility matrix: activities by roles, with letters, totals and legend."""
