"""The only place that knows other programs' formats."""
