"""Pure values and functions: no clock, no store, no printing, no translation."""
