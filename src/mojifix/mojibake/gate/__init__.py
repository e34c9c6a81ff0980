"""The gate: what shows no sign of damage passes before anything is weighed."""
