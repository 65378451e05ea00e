"""A work-life-balance toolkit for one Indonesian civil servant."""

__version__ = "0.1.0"
