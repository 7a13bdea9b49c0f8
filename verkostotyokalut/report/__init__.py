"""What people take home from a workshop.

The widgets and the command may import it, because both hand its files to the leader: the console
by a button, the command into a folder. It knows what was agreed, counted and drawn, but not who
asks for it. Its modules are imported one by one: some load libraries that few workshops need.
"""
