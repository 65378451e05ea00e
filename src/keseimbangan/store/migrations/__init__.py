"""The steps from one schema to the next, each in its own file under `versions/`."""
