"""The page of escalation ladders, and the clock that explains when a case is due."""
