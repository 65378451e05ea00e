"""How good the planner is, measured against an exact solver: `python -m tests.planner.measure`."""
