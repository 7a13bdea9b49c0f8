"""Pictures of a comparison: groups, rounds or sessions beside each other."""
