"""What happens when things go wrong: kills, full disks, damage, clocks, hostile text.

The short runs are tests; the long ones `python -m tests.faults.run`. Which commands there are is
read from the command table, so that a new one is tried without a word here.
"""
