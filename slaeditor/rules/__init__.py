"""Pure functions of a project: changes, history, schedule, pricing, compensation and checks."""
