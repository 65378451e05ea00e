"""The only place that knows SQL: written with SQLModel, rendered to text, run on sqlite3."""
