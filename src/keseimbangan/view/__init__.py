"""The only place that imports rich: values of the domain become text."""
