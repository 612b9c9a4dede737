"""What run.py consists of: programs, scenarios, gates, and the report."""
