"""What every widget stands on: its front end's files, its words, its pace, pictures and panels."""
