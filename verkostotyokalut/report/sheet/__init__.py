"""The answer sheet of an instrument, for those who answer on paper."""
