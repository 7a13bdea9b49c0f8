"""The leader's pages: the lobby, the console and the projector, and what they are made of."""
