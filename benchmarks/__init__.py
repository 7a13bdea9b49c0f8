"""Measurements of speed, size, memory and processor use, in a real server and a real Chromium."""
